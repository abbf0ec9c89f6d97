using System.Runtime.CompilerServices;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>Holds every value against what OpenAPI allows at its place, follows references, and gathers the objects.</summary>
internal sealed class StructureWalker(OpenApiContract contract, Findings findings)
{
    private readonly List<Located> _objects = [];
    private readonly BundlerReferences _forBundlers = new(contract);
    private readonly HashSet<(SourceNode, Shape)> _seen = new(new SamePlace());

    // A chain of references may be longer than the stack allows.
    private readonly Queue<(SourceNode Node, Shape Shape, SourceFile File)> _referred = new();

    public IReadOnlyList<Located> Walk()
    {
        Visit(contract.Main.Root!, OpenApi30.Document, contract.Main);
        while (_referred.TryDequeue(out var target))
        {
            Visit(target.Node, target.Shape, target.File);
        }

        _forBundlers.Report(findings);
        return _objects;
    }

    private void Visit(SourceNode node, Shape shape, SourceFile file)
    {
        if (!_seen.Add((node, shape)) || _forBundlers.TakeMisplaced(node, shape, file))
        {
            return;
        }

        switch (shape)
        {
            case ScalarShape scalar:
                if (node is not SourceScalar value || !scalar.Allows(value))
                {
                    Refuse(node, file, scalar.Words);
                }

                break;
            case ListShape list when node is SourceList items:
                foreach (var item in items.Items)
                {
                    Visit(item, list.Item, file);
                }

                break;
            case ListShape:
                Refuse(node, file, "a list");
                break;
            case MapShape map when node is SourceMap entries:
                foreach (var entry in entries.Entries.Where(e => !(map.HasExtensions && IsExtension(e.Key.Text))))
                {
                    Visit(entry.Value, map.Value, file);
                }

                break;
            case ObjectShape schema when schema == OpenApi30.Schema && node is SourceScalar literal && literal.IsBoolean():
                // additionalProperties: true and false
                break;
            case ObjectShape definition when node is SourceMap entries:
                VisitObject(entries, definition, file);
                break;
            case ObjectShape definition:
                Refuse(node, file, $"an object ({definition.Name})");
                break;
            case MapShape:
                Refuse(node, file, "an object");
                break;
        }
    }

    private void VisitObject(SourceMap node, ObjectShape shape, SourceFile file)
    {
        if (shape.AllowsReference && node.Entry("$ref") is { } reference)
        {
            VisitReference(node, reference, shape, file);
            return;
        }

        _objects.Add(new Located(node, shape, file));
        foreach (var entry in node.Entries)
        {
            if (shape.Keys.TryGetValue(entry.Key.Text, out var allowed))
            {
                Visit(entry.Value, allowed, file);
            }
            else if (!IsExtension(entry.Key.Text))
            {
                RefuseKey(entry.Key, shape, file);
            }
        }

        foreach (var required in shape.Required.Where(r => !node.Has(r)))
        {
            findings.Add(Rule.RequiredKey, file.Path, node.Start, $"The {shape.Name} has no '{required}'. Add it.");
        }
    }

    private void VisitReference(SourceMap node, SourceEntry reference, ObjectShape shape, SourceFile file)
    {
        foreach (var sibling in node.Entries.Where(e => !ReferenceEquals(e, reference)))
        {
            findings.Add(Rule.ReferenceSibling, file.Path, sibling.Key.Start, $"'{sibling.Key.Text}' stands beside a $ref and is ignored there. Move it to what the $ref leads to, or, for a schema, write 'allOf: [{{ $ref: ... }}]' beside it.");
        }

        if (reference.Value is not SourceScalar text)
        {
            Refuse(reference.Value, file, "text such as '#/components/schemas/Name'");
        }
        else if (_forBundlers.TakeFromWeb(text, file))
        {
            return;
        }
        else if (contract.Resolve(text.Text, file) is var (target, targetFile) && text.Text.Length > 0)
        {
            if (target is SourceMap { Reference: not null } && contract.Follow(target, shape, targetFile) is null)
            {
                findings.Add(Rule.Unresolved, file.Path, text.Start, $"'{text.Text}' leads to a $ref that leads nowhere, or back here. Write the definition itself in one of the places.");
            }

            if (!contract.IsWatched(targetFile))
            {
                findings.Add(Rule.NotGenerated, file.Path, text.Start, $"'{text.Text}' leads out of the contract's folder, where the build does not notice changes. Put the document beside the contract or below it.");
            }

            contract.Used.Add(target);
            _referred.Enqueue((target, shape, targetFile));
        }
        else
        {
            findings.Add(Rule.Unresolved, file.Path, text.Start, $"'{text.Text}' leads nowhere. Define it there, or correct the reference.");
        }
    }

    private void RefuseKey(SourceScalar key, ObjectShape shape, SourceFile file)
    {
        if (OpenApi30.NewerKeywords.TryGetValue(key.Text, out var instead))
        {
            findings.Add(Rule.NewerKeyword, file.Path, key.Start, $"'{key.Text}' belongs to OpenAPI 3.1, and this is 3.0: {instead}.");
            return;
        }

        var (similar, distance) = shape.Keys.Keys.Select(known => (known, Similarity.Distance(key.Text, known))).MinBy(k => k.Item2);
        var way = distance <= 2 ? $"Did you mean '{similar}'?" : $"Known are {string.Join(", ", shape.Keys.Keys)}; what is yours starts with 'x-'.";
        var article = "aeioX".Contains(char.ToLowerInvariant(shape.Name[0]), StringComparison.Ordinal) ? "an" : "a";
        findings.Add(Rule.UnknownKey, file.Path, key.Start, $"'{key.Text}' is no key of {article} {shape.Name}. {way}");
    }

    private void Refuse(SourceNode node, SourceFile file, string wanted)
    {
        var found = node switch
        {
            SourceMap => "an object",
            SourceList => "a list",
            SourceScalar { Text: "", IsQuoted: false } => "nothing",
            SourceScalar scalar => $"'{scalar.Text}'",
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
        var way = (wanted, node) switch
        {
            ("text", SourceList) => " A list of types belongs to OpenAPI 3.1; write one type, and nullable: true.",
            ("text", SourceScalar { Text.Length: > 0 }) => " Quote it if it is meant as text.",
            _ => "",
        };
        findings.Add(Rule.WrongKind, file.Path, node.Start, $"Here stands {found}, and it must be {wanted}.{way}");
    }

    private static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Compares by identity: two equal objects at two places are two.</summary>
    private sealed class SamePlace : IEqualityComparer<(SourceNode, Shape)>
    {
        public bool Equals((SourceNode, Shape) x, (SourceNode, Shape) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((SourceNode, Shape) pair) => RuntimeHelpers.GetHashCode(pair.Item1);
    }
}
