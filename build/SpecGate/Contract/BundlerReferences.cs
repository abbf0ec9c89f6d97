using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// Collects references that only bundlers follow: references to the web, and references at places where OpenAPI does not allow
/// them. A document may have thousands, so there is one finding for all of them.
/// </summary>
internal sealed class BundlerReferences(OpenApiContract contract)
{
    private readonly List<(SourceScalar Reference, SourceFile File, string Problem)> _all = [];

    /// <summary>Collects a reference if its target is a document on the web.</summary>
    /// <returns>True if the reference was collected.</returns>
    public bool TakeFromWeb(SourceScalar reference, SourceFile file)
        => (reference.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || reference.Text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            && Take(reference, file, "refers to a document on the web, which a build does not download");

    /// <summary>Collects a reference at a place where OpenAPI does not allow one, such as the whole of <c>paths</c>.</summary>
    /// <returns>True if a reference was collected.</returns>
    public bool TakeMisplaced(SourceNode node, Shape shape, SourceFile file)
        => shape is ListShape or MapShape { AllowsReference: false, Value: not (ScalarShape or AnyShape) } or ObjectShape { AllowsReference: false }
            && node is SourceMap map && map["$ref"] is SourceScalar reference
            && Take(reference, file, "is a $ref at a place where OpenAPI does not allow one");

    /// <summary>Adds one finding for all collected references.</summary>
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
