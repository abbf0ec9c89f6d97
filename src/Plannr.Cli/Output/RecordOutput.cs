using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Cli.Output;

/// <summary>The options <c>--output</c> and <c>--json</c>, which say how records are shown.</summary>
internal sealed class RecordOutput
{
    public const string Table = "table";
    public const string Json = "json";
    public const string Csv = "csv";

    private readonly Option<string> _format = new("--output", "-o");
    private readonly Option<string[]> _fields = new("--json");

    /// <param name="command">The command that gets the options.</param>
    /// <param name="what">What is shown, with its verb, such as "the connections are".</param>
    /// <param name="record">The type of a record.</param>
    /// <param name="formats">The formats of <c>--output</c>.</param>
    public RecordOutput(
        Command command, string what, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type record, params string[] formats)
    {
        _format.Description = $"How {what} shown: {string.Join(", ", formats)}. A table that does not go to a terminal is written as tab-separated lines without a header. json is the body of the response, as it was received.";
        _format.DefaultValueFactory = _ => Table;
        _format.HelpName = string.Join('|', formats);
        _format.AcceptOnlyFromAmong(formats);

        var known = JsonFields.Of(record);
        _fields.Description = "Show JSON with these fields only, separated by commas. The error for an unknown field lists the known fields.";
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
                result.AddError("--json and --output exclude each other. Give one of them.");
            }
        });
    }

    /// <summary>Returns the format; <see cref="Json"/> if fields are given.</summary>
    public string FormatOf(ParseResult arguments) => FieldsOf(arguments).Length > 0 ? Json : arguments.GetRequiredValue(_format);

    /// <summary>Writes the JSON of one record.</summary>
    public Task WriteJsonAsync(string json, ParseResult arguments, Secret secret, CancellationToken cancellationToken)
        => JsonOutput.WriteAsync(
            FieldsOf(arguments) is { Length: > 0 } fields ? Text(JsonFields.Select(PlannrJson.Deserialize(json, JsonFormats.Any), fields)) : json, secret, cancellationToken);

    /// <summary>Writes the JSON of a list.</summary>
    /// <param name="body">The body of the response.</param>
    /// <param name="records">The records to write.</param>
    /// <param name="isWhole">Whether these are all records of the body in their order.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="secret">What must not be written.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task WriteJsonAsync<T>(string body, IReadOnlyList<Received<T>> records, bool isWhole, ParseResult arguments, Secret secret, CancellationToken cancellationToken)
    {
        var json = FieldsOf(arguments) is { Length: > 0 } fields ? Text(new JArray(records.Select(r => JsonFields.Select(r.Json, fields))))
            : isWhole ? body
            : ReceivedList.With(body, records);
        return JsonOutput.WriteAsync(json, secret, cancellationToken);
    }

    private static string Text(JToken json) => PlannrJson.Serialize(json, JsonFormats.Any);

    private string[] FieldsOf(ParseResult arguments) => arguments.GetValue(_fields) ?? [];
}
