using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate;

namespace Plannr.Corpus;

/// <summary>What becomes of one document.</summary>
internal static class Trial
{
    /// <returns>A line that says so; one that starts with "FAILED" is a flaw of the gate or the templates.</returns>
    public static async Task<string> RunAsync(Document document)
    {
        try
        {
            var stem = Path.Combine(Place.Work, document.Stem);
            var source = OperationNames.Read(document.Source);
            OperationNames.Set(source);
            var (outcome, errors) = await GenerateAsync(stem, source);
            return errors.Count == 0 ? outcome : $"{outcome}; mended: {await MendAsync(stem, errors)}";
        }
#pragma warning disable CA1031 // Whatever the pipeline throws is what this looks for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await File.WriteAllTextAsync(Path.Combine(Place.Work, document.Stem + ".crash.txt"), exception.ToString());
            return $"FAILED: {exception.GetType().Name}: {exception.Message.Split('\n')[0].Trim()}";
        }
    }

    // What is wrong hides behind other things that are: a few rounds show how far it goes.
    private static async Task<string> MendAsync(string stem, IReadOnlyList<Finding> errors)
    {
        var outcome = "";
        var file = stem + ".json";
        for (var round = 1; round <= 6 && errors.Count > 0; round++)
        {
            (outcome, errors) = await GenerateAsync(stem + ".mended", Mending.Mend(file, errors));
            file = stem + ".mended.json";
        }

        return outcome;
    }

    /// <returns>What has become of it, and the errors that it was refused for.</returns>
    private static async Task<(string Outcome, IReadOnlyList<Finding> Errors)> GenerateAsync(string stem, JObject source)
    {
        var (contract, normalizedFile, code) = (stem + ".json", stem + ".normalized.json", stem + ".g.cs");
        await File.WriteAllTextAsync(contract, source.ToString().ReplaceLineEndings("\n"));
        var (findings, normalized) = await Linter.NormalizeAsync(contract);
        if (normalized is null)
        {
            var errors = findings.Where(f => f.Rule.IsError).ToArray();
            await File.WriteAllLinesAsync(stem + ".findings.txt", errors.Select(e => e.ToString()));
            return (Refusal(errors), errors);
        }

        await File.WriteAllTextAsync(normalizedFile, normalized.ToString().ReplaceLineEndings("\n"));
        File.Delete(code);
        if (await CodeGenerator.RunAsync(normalizedFile, code) is { } problem)
        {
            return ($"FAILED: NSwag: {problem}", []);
        }

        var complaints = CodeCompiler.All.SelectMany(c => c.Compile(code)).ToArray();
        await File.WriteAllLinesAsync(stem + ".compiler.txt", complaints);
        var operations = normalized["paths"]!.Children<JProperty>().Sum(p => ((JObject)p.Value).Count);
        return complaints.Length > 0
            ? ($"FAILED: {complaints.Length} from the compiler, the first {complaints[0]}", [])
            : (string.Create(CultureInfo.InvariantCulture, $"generated ({operations} operations, {File.ReadLines(code).Count()} lines)"), []);
    }

    private static string Refusal(Finding[] errors)
    {
        if (Array.Find(errors, e => e.Mark.Line < 1 || e.Mark.Column < 1) is { } nowhere)
        {
            return $"FAILED: a refusal without a place: {nowhere.Message}";
        }

        return $"refused at line {errors[0].Mark.Line}: {errors[0].Rule.Code} {errors[0].Message.Split('\n')[0].Trim()} ({errors.Length} errors)";
    }
}
