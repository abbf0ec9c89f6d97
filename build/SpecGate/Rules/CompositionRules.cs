using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>
/// Limits the composition of schemas. Inheriting, collecting properties and checking values take a step for each part of a part, each
/// time it is used. A few lines of nested alternatives can require more steps than a build has time for.
/// </summary>
internal sealed class CompositionRules(OpenApiContract contract)
{
    private const int MaxHeight = 100;
    private const int MaxParts = 10_000;

    private static readonly string[] Keys = ["allOf", "oneOf", "anyOf", "not"];

    // A schema that is being measured has the size 0, so a schema that contains itself does not count again.
    private readonly Dictionary<SourceMap, Size> _sizes = new(ReferenceEqualityComparer.Instance);

    public static void Check(OpenApiContract contract, Findings findings)
    {
        var rules = new CompositionRules(contract);
        foreach (var schema in contract.Of(OpenApi30.Schema))
        {
            rules.Measure(schema, findings);
        }
    }

    // A stack instead of recursion, because a chain of schemas may be longer than the stack allows.
    private void Measure(ContractObject schema, Findings findings)
    {
        var open = new Stack<(ContractObject Schema, bool ArePartsMeasured)>([(schema, false)]);
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

    private Size Add(ContractObject schema, Findings findings)
    {
        var size = new Size(1, 1);
        foreach (var part in Parts(schema))
        {
            var (height, parts) = _sizes[part.Node];
            size = new Size(Math.Max(size.Height, height + 1), Math.Min(size.Parts + parts, int.MaxValue / 2));
        }

        if (size is { Height: <= MaxHeight, Parts: <= MaxParts })
        {
            return size;
        }

        findings.Add(Rule.TooLarge, schema.File.Path, schema.Node.Start, $"The schema is composed of more than {MaxHeight} levels or {MaxParts} parts with allOf, oneOf, anyOf and not. Use fewer.");
        // Resets the size, so that schemas that contain this one have no finding of their own.
        return new Size(1, 1);
    }

    private IEnumerable<ContractObject> Parts(ContractObject schema)
        => Keys.SelectMany(key => schema.Node[key] is SourceList list ? list.Items : schema.Node[key] is SourceMap map ? [map] : [])
            .Select(part => contract.Follow(part, OpenApi30.Schema, schema.File)).OfType<ContractObject>();

    private sealed record Size(int Height, int Parts);
}
