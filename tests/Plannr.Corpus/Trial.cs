using Plannr.SpecGate;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;

namespace Plannr.Corpus;

/// <summary>Generates and compiles the code of a document.</summary>
internal sealed class Trial(Document document)
{
    private const string Namespace = "Corpus";

    private readonly string _stem = Path.Combine(Place.Work, document.Stem);
    private IReadOnlyList<Finding> _errors = [];

    /// <summary>Generates code from the unchanged document.</summary>
    public Task<Outcome> RunUnchangedAsync() => ReportAsync(() => GenerateAsync(document.Source, _stem));

    /// <summary>Generates code from the document without the parts that the gate has refused.</summary>
    /// <returns>The outcome; null if nothing was refused.</returns>
    public async Task<Outcome?> RunReducedAsync() => _errors.Count == 0 ? null : await ReportAsync(ReduceAsync);

    private async Task<Outcome> ReportAsync(Func<Task<Outcome>> run)
    {
        try
        {
            return await run();
        }
#pragma warning disable CA1031 // The trial looks for every exception of the pipeline.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await File.WriteAllTextAsync(_stem + ".crash.txt", exception.ToString());
            return Outcome.Failed($"{exception.GetType().Name}: {exception.Message.Split('\n')[0].Trim()}");
        }
    }

    // An error can hide other errors, so the document is reduced several times.
    private async Task<Outcome> ReduceAsync()
    {
        var (source, file) = (document.Source, _stem + ".reduced.json");
        Outcome outcome;
        var rounds = 0;
        do
        {
            await File.WriteAllTextAsync(file, DocumentReducer.Reduce(source, _errors).ToString().ReplaceLineEndings("\n"));
            source = file;
            outcome = await GenerateAsync(file, _stem + ".reduced");
        }
        while (_errors.Count > 0 && ++rounds < 6);

        return outcome;
    }

    private async Task<Outcome> GenerateAsync(string contract, string stem)
    {
        var (normalizedFile, code) = (stem + ".normalized.json", stem + ".g.cs");
        File.Delete(code);
        var (findings, normalized) = await Linter.NormalizeAsync(contract);
        _errors = [.. findings.Where(f => f.Rule.IsError)];
        if (normalized is null)
        {
            await File.WriteAllLinesAsync(stem + ".findings.txt", _errors.Select(e => e.ToString()));
            return Refusal(_errors);
        }

        await File.WriteAllTextAsync(normalizedFile, normalized.ToString().ReplaceLineEndings("\n"));
        await NSwag.RunAsync(normalizedFile, code, Namespace);
        var model = ModelBuilder.Build(OpenApiContract.Read(contract, new Findings()), new Findings());
        var diagnostics = await CompileAsync(model, code, stem);
        return diagnostics.Length > 0
            ? Outcome.Failed($"{diagnostics.Length} compiler errors or warnings, the first is {diagnostics[0]}")
            : Outcome.Generated($"{model.Operations.Count} operations, {model.Types.Count} types");
    }

    private static async Task<string[]> CompileAsync(ApiModel model, string code, string stem)
    {
        string? caller = null;
        if (SmokeCall.Of(model, Namespace) is { } call)
        {
            caller = stem + ".caller.cs";
            await File.WriteAllTextAsync(caller, call);
        }

        var diagnostics = CodeCompiler.All.SelectMany(c => c.Compile(code, caller: caller)).ToArray();
        await File.WriteAllLinesAsync(stem + ".compiler.txt", diagnostics);
        return diagnostics;
    }

    private static Outcome Refusal(IReadOnlyList<Finding> errors)
    {
        if (errors.FirstOrDefault(e => e.Mark.Line < 1 || e.Mark.Column < 1) is { } nowhere)
        {
            return Outcome.Failed($"a refusal without a position: {nowhere.Message}");
        }

        var rules = errors.GroupBy(e => e.Rule.Code).OrderByDescending(r => r.Count()).ThenBy(r => r.Key, StringComparer.Ordinal).ToArray();
        var first = errors[0];
        var counts = string.Join(", ", rules.Select(r => $"{r.Key} {r.Count()}"));
        return new(OutcomeKind.Refused, $"refused at ({first.Mark.Line},{first.Mark.Column}): {first.Rule.Code} {first.Message.Split('\n')[0].Trim()} ({errors.Count} errors: {counts})", [.. rules.Select(r => r.Key)]);
    }
}
