using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// References that bundlers follow and no other tool: to the web, and at places where OpenAPI allows none. A document may have
/// thousands, so one finding speaks of all.
/// </summary>
internal sealed class BundlerReferences(OpenApiContract contract)
{
    private readonly List<(SourceScalar Reference, SourceFile File, string Problem)> _all = [];

    /// <summary>Takes a reference to a document on the web.</summary>
    /// <returns>Whether it is one.</returns>
    public bool TakeFromWeb(SourceScalar reference, SourceFile file)
        => (reference.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || reference.Text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            && Take(reference, file, "leads to a document on the web, which a build does not read");

    /// <summary>Takes a reference at a place where OpenAPI allows none, such as all <c>paths</c>.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TakeMisplaced(SourceNode node, Shape shape, SourceFile file)
        => shape is ListShape or MapShape { AllowsReference: false, Value: not (ScalarShape or AnyShape) } or ObjectShape { AllowsReference: false }
            && node is SourceMap map && map["$ref"] is SourceScalar reference
            && Take(reference, file, "stands where OpenAPI allows no $ref");

    /// <summary>Says what to do.</summary>
    public void Report(Findings findings)
    {
        if (_all is not [var (reference, file, problem), ..])
        {
            return;
        }

        var others = _all.Count switch
        {
            1 => "",
            2 => " The document has one more reference of this kind.",
            var count => $" The document has {count - 1} more references of this kind.",
        };
        findings.Add(Rule.NotBundled, file.Path, reference.Start, $"'{reference.Text}' {problem}.{others} Bundle the document, and make the result the contract: npx @redocly/cli bundle {Path.GetFileName(contract.Main.Path)} -o bundled.yaml");
    }

    private bool Take(SourceScalar reference, SourceFile file, string problem)
    {
        _all.Add((reference, file, problem));
        return true;
    }
}
