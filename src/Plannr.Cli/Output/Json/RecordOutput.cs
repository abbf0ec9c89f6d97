using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Cli.Output.Json;

/// <summary>The options <c>--output</c> and <c>--json</c> for the output format of records.</summary>
internal sealed class RecordOutput
{
    public const string Table = "table";
    public const string Json = "json";
    public const string Csv = "csv";

    private readonly Option<string> _format = new("--output", "-o");
    private readonly Option<string[]> _fields = new("--json");

    /// <summary>Initializes a new instance of the class, and adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="record">The type of a record.</param>
    /// <param name="formats">The formats of <c>--output</c>.</param>
    public RecordOutput(Command command, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type record, params string[] formats)
    {
        _format.Description = $"The output format: {string.Join(", ", formats)}. In a pipe or a file, a table is tab-separated lines without a header. json is the unchanged body of the response.";
        _format.DefaultValueFactory = _ => Table;
        _format.HelpName = string.Join('|', formats);
        _format.AcceptOnlyFromAmong(formats);

        var known = JsonFields.Of(record);
        _fields.Description = "Show JSON with only these fields, separated by commas. The error for an unknown field lists all fields.";
        _fields.HelpName = "field,field";
        _fields.Arity = ArgumentArity.ZeroOrOne;
        _fields.CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        _fields.CompletionSources.Add(context => FieldCompletion.Suggest(context.WordToComplete, known));
        command.Options.Add(_format);
        command.Options.Add(_fields);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_fields) is null or { Implicit: true })
            {
                return;
            }

            if (JsonFields.ProblemOf(result.GetValue(_fields) ?? [], known) is { } problem)
            {
                result.AddError(problem);
            }

            if (result.GetResult(_format) is { Implicit: false })
            {
                result.AddError("--json and --output cannot be combined. Use only one of them.");
            }
        });
    }

    /// <summary>Returns the format. It is <see cref="Json"/> if fields are specified.</summary>
    public string FormatOf(ParseResult arguments) => FieldsOf(arguments).Length > 0 ? Json : arguments.GetRequiredValue(_format);

    /// <summary>Writes the JSON of one record.</summary>
    public Task WriteJsonAsync(string json, ParseResult arguments, Secret secret, CancellationToken cancellationToken)
        => ReceivedJson.WriteAsync(
            FieldsOf(arguments) is { Length: > 0 } fields ? Text(JsonFields.Select(PlannrJson.Deserialize(json, JsonFormats.Any), fields)) : json, secret, cancellationToken);

    /// <summary>Writes the JSON of a list.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="records">The records to write.</param>
    /// <param name="isWhole">Whether these are all records of the body in the original order.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="secret">The secrets that must not be written.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public Task WriteJsonAsync<T>(string body, IReadOnlyList<Received<T>> records, bool isWhole, ParseResult arguments, Secret secret, CancellationToken cancellationToken)
    {
        var json = FieldsOf(arguments) is { Length: > 0 } fields ? Text(new JArray(records.Select(r => JsonFields.Select(r.Json, fields))))
            : isWhole ? body
            : ReceivedList.With(body, records);
        return ReceivedJson.WriteAsync(json, secret, cancellationToken);
    }

    private static string Text(JToken json) => PlannrJson.Serialize(json, JsonFormats.Any);

    private string[] FieldsOf(ParseResult arguments) => arguments.GetValue(_fields) ?? [];
}
