using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;
using Plannr.Cli.Output;

namespace Plannr.Cli.Contracts.Verification;

/// <summary>Formats the report as text, JSON or Markdown.</summary>
internal static class VerificationOutput
{
    private static readonly JsonSerializerSettings JsonSettings = new()
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
        Converters = { new StringEnumConverter(new SnakeCaseNamingStrategy()) },
        Formatting = Formatting.Indented,
    };

    /// <summary>Returns the report as text.</summary>
    public static string ToText(VerificationReport report)
    {
        var text = new StringBuilder();
        Line(text, $"Compared {report.Server.GetLeftPart(UriPartial.Path)} with the built-in contract {report.ContractVersion}.");
        foreach (var operation in report.Operations)
        {
            Line(text, $"  {StatusOf(operation),-3}  {operation.Method} {operation.Path}{(operation.Problem is { } problem ? $": {problem}" : "")}");
        }

        Line(text, $"");
        Line(text, $"{Summary(report)}");
        foreach (var drift in report.Drifts)
        {
            Line(text, $"  {drift.Operation}  {TerminalText.Of(drift.Place)}: {WordsOf(drift.Kind)}; the contract has {drift.Expected} (line {drift.Line}).");
        }

        if (report.Unseen.Count > 0)
        {
            Line(text, $"");
            Line(text, $"Documented but not required, and missing from every response (not a difference):");
            foreach (var unseen in report.Unseen)
            {
                Line(text, $"  {unseen.Operation}  {unseen.Place} (line {unseen.Line})");
            }
        }

        return text.ToString();
    }

    /// <summary>Returns the report as Markdown.</summary>
    public static string ToMarkdown(VerificationReport report)
    {
        var text = new StringBuilder();
        Line(text, $"# {report.Server.GetLeftPart(UriPartial.Path)} and the contract {report.ContractVersion}");
        Line(text, $"");
        Line(text, $"{Summary(report)}");
        Line(text, $"");
        Line(text, $"| operation | status | problem |");
        Line(text, $"| --- | ---: | --- |");
        foreach (var operation in report.Operations)
        {
            Line(text, $"| `{operation.Method} {operation.Path}` | {StatusOf(operation)} | {operation.Problem} |");
        }

        if (report.Drifts.Count > 0)
        {
            Line(text, $"");
            Line(text, $"| operation | place | difference | the contract has | line |");
            Line(text, $"| --- | --- | --- | --- | ---: |");
            foreach (var drift in report.Drifts)
            {
                Line(text, $"| {drift.Operation} | `{Cell(drift.Place)}` | {WordsOf(drift.Kind)} | {drift.Expected} | {drift.Line} |");
            }
        }

        if (report.Unseen.Count > 0)
        {
            Line(text, $"");
            Line(text, $"Documented but not required, and missing from every response (not a difference): {string.Join(", ", report.Unseen.Select(u => $"`{u.Operation}` `{u.Place}`"))}.");
        }

        return text.ToString();
    }

    /// <summary>Returns the report as JSON.</summary>
    public static string ToJson(VerificationReport report) => JsonConvert.SerializeObject(
        new
        {
            Server = report.Server.GetLeftPart(UriPartial.Path),
            report.ContractVersion,
            Operations = report.Operations.Select(o => new { o.Id, o.Method, o.Path, o.Status, o.Problem }),
            Differences = report.Drifts,
            report.Unseen,
        },
        JsonSettings);

    private static string Summary(VerificationReport report)
    {
        var compared = report.Operations.Count(o => o.Problem is null);
        var differences = report.Drifts.Count switch { 0 => "no differences", 1 => "1 difference", var count => string.Create(CultureInfo.InvariantCulture, $"{count} differences") };
        return string.Create(CultureInfo.InvariantCulture, $"{compared} of {report.Operations.Count} operations were compared: {differences}.");
    }

    private static string WordsOf(DriftKind kind) => kind switch
    {
        DriftKind.UndocumentedStatus => "undocumented status",
        DriftKind.UndocumentedMediaType => "undocumented media type",
        DriftKind.UndocumentedHeader => "undocumented header",
        DriftKind.MissingHeader => "missing header",
        DriftKind.MissingBody => "missing body",
        DriftKind.InvalidBody => "invalid body",
        DriftKind.UnknownAttribute => "unknown attribute",
        DriftKind.MissingAttribute => "missing attribute",
        DriftKind.WrongType => "wrong type",
        DriftKind.WrongFormat => "wrong format",
        DriftKind.UnknownValue => "unknown value of an enumeration",
        _ => "broken rule",
    };

    private static string StatusOf(VerifiedOperation operation) => operation.Status?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static string Cell(string text) => TerminalText.Of(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
