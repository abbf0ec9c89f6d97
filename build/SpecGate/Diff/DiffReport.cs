using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Diff;

/// <summary>Formats the changes between two contracts as text, JSON or Markdown.</summary>
internal sealed class DiffReport(OpenApiContract old, OpenApiContract now, IReadOnlyList<Change> changes)
{
    private string Versions => $"{Version(old)} to {Version(now)}";

    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Versions}: {Summary()}");
        foreach (var change in changes)
        {
            text.AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"{Name(change.Audience)}: {Name(change.Impact)}  [{change.Id}]");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {change.Where}: {change.Message}");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {change.File}:{change.Mark.Line}");
        }

        return text.ToString();
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"### The contract, {Versions}");
        text.AppendLine();
        text.AppendLine(Summary());
        if (changes.Count > 0)
        {
            text.AppendLine();
            text.AppendLine("| for | impact | where | what |");
            text.AppendLine("| --- | --- | --- | --- |");
        }

        foreach (var change in changes)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {Name(change.Audience)} | {Strong(change.Impact)} | `{Cell(change.Where)}` | {Cell(change.Message)} |");
        }

        return text.ToString();

        static string Strong(Impact impact) => impact == Impact.Breaking ? "**breaking**" : Name(impact);

        static string Cell(string words) => words.Replace("|", "\\|", StringComparison.Ordinal);
    }

    public string ToJson()
        => new JObject
        {
            ["old"] = Version(old),
            ["new"] = Version(now),
            ["changes"] = new JArray(changes.Select(c => new JObject
            {
                ["id"] = c.Id,
                ["audience"] = c.Audience == Audience.Callers ? "callers" : "csharp",
                ["impact"] = Name(c.Impact),
                ["where"] = c.Where,
                ["message"] = c.Message,
                ["file"] = c.File,
                ["line"] = c.Mark.Line,
                ["column"] = c.Mark.Column,
            })),
        }.ToString(Formatting.Indented) + Environment.NewLine;

    private string Summary()
        => changes.Count == 0
            ? "No changes that callers or C# can see."
            : $"For callers {Count(Audience.Callers)}; for C# {Count(Audience.CSharp)}.";

    private string Count(Audience audience)
        => string.Join(", ", new[] { Impact.Breaking, Impact.Risky, Impact.Compatible }.Select(i => $"{changes.Count(c => c.Audience == audience && c.Impact == i)} {Name(i)}"));

    private static string Name(Audience audience) => audience == Audience.Callers ? "callers" : "C#";

    private static string Version(OpenApiContract contract) => contract.Root.Map("info")?.Text("version") ?? "?";

    private static string Name(Impact impact) => impact.ToString().ToLowerInvariant();
}
