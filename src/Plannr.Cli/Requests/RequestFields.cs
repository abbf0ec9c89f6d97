using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Plannr.Cli.Output;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Cli.Requests;

/// <summary>
/// The options <c>-f</c> and <c>-F</c>, which build a JSON object: <c>key=value</c>, <c>key[name]=value</c> for a nested object, and
/// <c>key[]=value</c> for an element of an array.
/// </summary>
internal sealed partial class RequestFields
{
    private readonly Option<string[]> _texts = new("--raw-field", "-f")
    {
        Description = "Add a text field: key=value, key[name]=value for an object, key[]=value for an element of an array. Fields are added to the query of a GET request or a request with --input, and otherwise to a JSON body.",
        HelpName = "key=value",
    };

    private readonly Option<string[]> _values = new("--field", "-F")
    {
        Description = "Add a field like -f, but with true, false, null and numbers as JSON values instead of text.",
        HelpName = "key=value",
    };

    /// <summary>Initializes a new instance of the class, and adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public RequestFields(Command command)
    {
        foreach (var option in new[] { _texts, _values })
        {
            option.Validators.Add(Check);
            command.Options.Add(option);
        }
    }

    /// <summary>Returns the names and values for a query.</summary>
    public IEnumerable<(string Name, string Value)> Query(ParseResult arguments)
        => (arguments.GetValue(_texts) ?? []).Concat(arguments.GetValue(_values) ?? []).Select(Split);

    /// <summary>Returns the JSON body, or null if there are no fields.</summary>
    /// <exception cref="CommandFailure">Two fields contradict each other.</exception>
    public string? Body(ParseResult arguments)
    {
        var body = new JObject();
        foreach (var (name, text) in (arguments.GetValue(_texts) ?? []).Select(Split))
        {
            Set(body, name, new JValue(text));
        }

        foreach (var (name, text) in (arguments.GetValue(_values) ?? []).Select(Split))
        {
            Set(body, name, JsonLiteral().IsMatch(text) ? PlannrJson.Deserialize($"[{text}]", JsonFormats.Any)[0]! : new JValue(text));
        }

        return body.HasValues ? PlannrJson.Serialize(body, JsonFormats.Any) : null;
    }

    private static void Check(OptionResult result)
    {
        foreach (var text in result.Tokens.Select(t => t.Value).Where(t => !Field().IsMatch(t)))
        {
            result.AddError($"'{TerminalText.Of(text)}' is not a field. Write key=value, key[name]=value or key[]=value.");
        }
    }

    private static (string Name, string Value) Split(string field) => (field[..field.IndexOf('=', StringComparison.Ordinal)], field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private static void Set(JObject body, string name, JToken value)
    {
        var keys = Key().Matches(name).Select(m => m.Value.Trim('[', ']')).ToList();
        JToken at = body;
        for (var i = 0; i < keys.Count; i++)
        {
            var isLast = i == keys.Count - 1;
            var next = isLast ? value : keys[i + 1].Length == 0 ? new JArray() : new JObject();
            at = (at, keys[i]) switch
            {
                (JArray array, "") => Added(array, next),
                (JObject parent, { Length: > 0 } key) when parent[key] is null => parent[key] = next,
                (JObject parent, { Length: > 0 } key) when !isLast && parent[key]!.Type == next.Type => parent[key]!,
                _ => throw new CommandFailure($"The field '{TerminalText.Of(name)}' contradicts another field: the same key cannot have two values, or be an object and an array. Write key[]=value for each element of an array."),
            };
        }
    }

    private static JToken Added(JArray array, JToken value)
    {
        array.Add(value);
        return value;
    }

    [GeneratedRegex(@"^[^=\[\]]+(\[[^=\[\]]*\])*=", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex(@"[^\[\]]+|\[[^\[\]]*\]")]
    private static partial Regex Key();

    [GeneratedRegex(@"^(true|false|null|-?(0|[1-9]\d{0,20})(\.\d{1,20})?)$")]
    private static partial Regex JsonLiteral();
}
