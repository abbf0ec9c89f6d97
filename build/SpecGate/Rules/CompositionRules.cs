using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>
/// Limits what schemas are composed of. To inherit, to gather properties and to check a value takes a step for each part of a
/// part, each time that it is used: a few lines of alternatives of alternatives are more steps than anyone has time for.
/// </summary>
internal sealed class CompositionRules(OpenApiContract contract)
{
    private const int MaximumHeight = 100;
    private const int MaximumParts = 10_000;

    private static readonly string[] Keys = ["allOf", "oneOf", "anyOf", "not"];

    // A schema that is being measured has no size yet, and counts nothing where it is a part of itself.
    private readonly Dictionary<SourceMap, Size> _sizes = new(ReferenceEqualityComparer.Instance);

    public static void Check(OpenApiContract contract, Findings findings)
    {
        var rules = new CompositionRules(contract);
        foreach (var schema in contract.Of(OpenApi30.Schema))
        {
            rules.Measure(schema, findings);
        }
    }

    // Not by recursion, which a long chain would take to the end of the stack.
    private void Measure(Located schema, Findings findings)
    {
        var open = new Stack<(Located Schema, bool ArePartsMeasured)>([(schema, false)]);
        while (open.TryPop(out var next))
        {
            if (next.ArePartsMeasured)
            {
                _sizes[next.Schema.Node] = Add(next.Schema, findings);
            }
            else if (_sizes.TryAdd(next.Schema.Node, new Size(0, 0)))
            {
                open.Push(next with { ArePartsMeasured = true });
                foreach (var part in Parts(next.Schema))
                {
                    open.Push((part, false));
                }
            }
        }
    }

    private Size Add(Located schema, Findings findings)
    {
        var size = new Size(1, 1);
        foreach (var part in Parts(schema))
        {
            var (height, parts) = _sizes[part.Node];
            size = new Size(Math.Max(size.Height, height + 1), Math.Min(size.Parts + parts, int.MaxValue / 2));
        }

        if (size is { Height: <= MaximumHeight, Parts: <= MaximumParts })
        {
            return size;
        }

        findings.Add(Rule.TooLarge, schema.File.Path, schema.Node.Start, $"The schema is composed, by allOf, oneOf, anyOf and not, on more than {MaximumHeight} levels or of more than {MaximumParts} parts. Compose it of fewer.");
        // What it is a part of has no finding of its own.
        return new Size(1, 1);
    }

    private IEnumerable<Located> Parts(Located schema)
        => Keys.SelectMany(key => schema.Node[key] is SourceList list ? list.Items : schema.Node[key] is SourceMap map ? [map] : [])
            .Select(part => contract.Follow(part, OpenApi30.Schema, schema.File)).OfType<Located>();

    private sealed record Size(int Height, int Parts);
}
