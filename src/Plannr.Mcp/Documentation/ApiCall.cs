using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plannr.Mcp.Documentation;

/// <summary>A request of an operation with values for its parameters and its body.</summary>
internal sealed class ApiCall
{
    /// <summary>The name under which the body goes among the values.</summary>
    public const string BodyName = "body";

    // For people to read: with the characters of the text, and without escapes that only HTML needs.
    public static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ApiCall(ApiOperation operation, IReadOnlyDictionary<string, JsonNode> values)
    {
        Operation = operation;
        Values = values;
    }

    public ApiOperation Operation { get; }

    /// <summary>The values, by the names of the parameters, and the body.</summary>
    public IReadOnlyDictionary<string, JsonNode> Values { get; }

    public JsonNode? Body => Values.GetValueOrDefault(BodyName);

    /// <summary>With exactly these values.</summary>
    public static ApiCall With(ApiOperation operation, IReadOnlyDictionary<string, JsonNode> values) => new(operation, values);

    /// <summary>With the contract's examples; where it has none, with made-up values for what is required.</summary>
    public static ApiCall Example(ApiDocumentation documentation, ApiOperation operation)
    {
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var parameter in operation.Parameters)
        {
            var made = parameter.IsRequired && parameter.Schema is { } schema ? ExampleValue.Of(documentation, schema) : null;
            if ((parameter.Example ?? made) is { } value)
            {
                values[parameter.Name] = value;
            }
        }

        if (operation.BodyContent is var (_, content))
        {
            var given = content.Node["example"] ?? content.Child("examples")?.Children().Select(e => documentation.Resolve(e.Value).Node["value"]).FirstOrDefault();
            if ((given ?? (content.Child("schema") is { } schema ? ExampleValue.Of(documentation, schema) : null)) is { } body)
            {
                values[BodyName] = body;
            }
        }

        return new ApiCall(operation, values);
    }

    /// <summary>The path with its parameters filled in, and the query.</summary>
    public string Target()
    {
        var target = new StringBuilder(Operation.Path);
        var separator = '?';
        foreach (var parameter in Operation.Parameters)
        {
            if (!Values.TryGetValue(parameter.Name, out var value))
            {
                continue;
            }

            if (parameter.In == "path")
            {
                target.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(Text(value)));
            }
            else if (parameter.In == "query")
            {
                foreach (var item in value is JsonArray list ? list.OfType<JsonNode>() : [value])
                {
                    target.Append(separator).Append(Uri.EscapeDataString(parameter.Name)).Append('=').Append(Uri.EscapeDataString(Text(item)));
                    separator = '&';
                }
            }
        }

        return target.ToString();
    }

    /// <summary>The headers that its parameters make, without those that every request has.</summary>
    public IEnumerable<(string Name, string Value)> Headers()
    {
        foreach (var parameter in Operation.Parameters.Where(p => p.In == "header" && Values.ContainsKey(p.Name)))
        {
            yield return (parameter.Name, Text(Values[parameter.Name]));
        }

        var cookies = Operation.Parameters.Where(p => p.In == "cookie" && Values.ContainsKey(p.Name)).Select(p => $"{p.Name}={Uri.EscapeDataString(Text(Values[p.Name]))}").ToList();
        if (cookies.Count > 0)
        {
            yield return ("Cookie", string.Join("; ", cookies));
        }
    }

    public static string Text(JsonNode value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text)
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{value.ToJsonString(Readable)}");
}
