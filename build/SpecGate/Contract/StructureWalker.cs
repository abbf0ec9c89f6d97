using System.Runtime.CompilerServices;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// Checks every value against the shape that OpenAPI allows at its place, follows references, and collects the objects. Empty values
/// are corrected on the way: they become missing keys or empty objects.
/// </summary>
internal sealed class StructureWalker(OpenApiContract contract, Dialect dialect, Findings findings)
{
    private const int MaxLines = 10;

    // Generated code does not depend on these keys: they are documentation, restrict values, or are not for clients.
    private static readonly HashSet<string> NotNeeded = new(StringComparer.Ordinal)
    {
        "contact", "license", "termsOfService", "externalDocs", "tags", "xml", "example", "examples", "links", "callbacks", "headers", "security", "securitySchemes",
        "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems",
        "minProperties", "maxProperties", "not", "allowEmptyValue",
    };

    private readonly List<ContractObject> _objects = [];
    private readonly BundlerReferences _forBundlers = new(contract);
    private readonly HashSet<(SourceNode, Shape)> _seen = new(new SamePlace());
    private readonly List<(SourceScalar Key, SourceFile File)> _siblings = [];

    // Queues, because a chain of references may be longer than the stack allows. Each place is visited once, so the places that
    // generated code depends on are visited first.
    private readonly Queue<(SourceNode Node, Shape Shape, SourceFile File)> _needed = new();
    private readonly Queue<(SourceNode Node, Shape Shape, SourceFile File)> _notNeeded = new();

    public IReadOnlyList<ContractObject> Walk()
    {
        Visit(contract.Main.Root is SourceMap ? contract.Root : contract.Main.Root!, dialect.Document, contract.Main, isNeeded: true);
        while (_needed.TryDequeue(out var target))
        {
            Visit(target.Node, target.Shape, target.File, isNeeded: true);
        }

        while (_notNeeded.TryDequeue(out var target))
        {
            Visit(target.Node, target.Shape, target.File, isNeeded: false);
        }

        ReportSiblings();
        _forBundlers.Report(findings);
        return _objects;
    }

    private void Visit(SourceNode node, Shape shape, SourceFile file, bool isNeeded)
    {
        if (!_seen.Add((node, shape)) || _forBundlers.TakeMisplaced(node, shape, file))
        {
            return;
        }

        switch (shape)
        {
            case ScalarShape scalar:
                VisitScalar(node, scalar, file, isNeeded);
                break;
            case ListShape list when node is SourceList items:
                foreach (var item in items.Items)
                {
                    Visit(item, list.Item, file, isNeeded);
                }

                break;
            case ListShape:
                Refuse(node, file, "a list", isNeeded);
                break;
            case ChoiceShape choice:
                Visit(node, node is SourceList ? choice.List : choice.Scalar, file, isNeeded);
                break;
            case MapShape { AllowsReference: true } when node is SourceMap entries && entries.Entry("$ref") is { } reference:
                VisitReference(entries, reference, shape, file, isNeeded);
                break;
            case MapShape map when node is SourceMap entries:
                VisitMap(entries, map, file, isNeeded);
                break;
            case ObjectShape schema when schema == dialect.Schema && node is SourceScalar literal && literal.IsBoolean():
                // additionalProperties: true and false
                break;
            case ObjectShape definition when node is SourceMap entries:
                VisitObject(entries, definition, file, isNeeded);
                break;
            case ObjectShape definition:
                Refuse(node, file, $"an object ({definition.Name})", isNeeded);
                break;
            case MapShape:
                Refuse(node, file, "an object", isNeeded);
                break;
        }
    }

    private void VisitScalar(SourceNode node, ScalarShape shape, SourceFile file, bool isNeeded)
    {
        if (node is SourceScalar value && shape.Allows(value))
        {
            return;
        }

        if (shape.IsText && node is SourceScalar other && !other.IsNull())
        {
            findings.Add(Rule.OtherKind, file.Path, node.Start, $"Expected {shape.Words}, but found {Describe(node)}, which is read as the text '{other.Text}'. Quote it.");
            return;
        }

        Refuse(node, file, shape.Words, isNeeded);
    }

    private void VisitMap(SourceMap node, MapShape shape, SourceFile file, bool isNeeded)
    {
        if (shape.Value is ObjectShape definition && node.Entries.Any(e => IsNothing(e.Value)))
        {
            foreach (var entry in node.Entries.Where(e => IsNothing(e.Value)))
            {
                findings.Add(Rule.OtherKind, file.Path, entry.Key.Start, $"'{entry.Key.Text}' has no value and is read as an empty object ({definition.Name}). Write '{{}}', or remove the key.");
            }

            node.Correct(node.Entries.Select(e => IsNothing(e.Value) ? e with { Value = new SourceMap([], e.Value.Start) } : e));
        }

        foreach (var entry in node.Entries.Where(e => !(shape.HasExtensions && IsExtension(e.Key.Text))))
        {
            Visit(entry.Value, shape.Value, file, isNeeded);
        }
    }

    private void VisitObject(SourceMap node, ObjectShape shape, SourceFile file, bool isNeeded)
    {
        if (shape.AllowsReference && node.Entry("$ref") is { } reference)
        {
            VisitReference(node, reference, shape, file, isNeeded);
            if (!IsSchemaOfLaterVersion(shape))
            {
                return;
            }
        }

        _objects.Add(new ContractObject(node, shape, file));
        foreach (var required in shape.Required.Where(r => !node.Has(r)))
        {
            var rule = isNeeded && shape.Needed.Contains(required) ? Rule.RequiredKey : Rule.RequiredForReaders;
            findings.Add(rule, file.Path, node.Start, $"The {shape.Name} has no '{required}'. Add it.");
        }

        RemoveKeysWithoutValue(node, shape, file);
        foreach (var entry in node.Entries.Where(e => !(shape.AllowsReference && e.Key.Text == "$ref")))
        {
            var key = entry.Key.Text;
            if (shape.Keys.TryGetValue(key, out var allowed))
            {
                Visit(entry.Value, allowed, file, isNeeded && !NotNeeded.Contains(key));
            }
            else if (!IsExtension(key))
            {
                RefuseKey(entry.Key, shape, file);
            }
        }
    }

    private void RemoveKeysWithoutValue(SourceMap node, ObjectShape shape, SourceFile file)
    {
        var removed = node.Entries.Where(e => IsNothing(e.Value) && shape.Keys.TryGetValue(e.Key.Text, out var allowed) && allowed is not AnyShape && !shape.Needed.Contains(e.Key.Text)).ToHashSet();
        if (removed.Count == 0)
        {
            return;
        }

        foreach (var entry in removed)
        {
            findings.Add(Rule.OtherKind, file.Path, entry.Key.Start, $"'{entry.Key.Text}' has no value and is ignored. Write a value, or remove the key.");
        }

        node.Correct(node.Entries.Where(e => !removed.Contains(e)));
    }

    private void VisitReference(SourceMap node, SourceEntry reference, Shape shape, SourceFile file, bool isNeeded)
    {
        _siblings.AddRange(node.Entries.Where(e => !ReferenceEquals(e, reference) && !IsAllowedBesideReference(e.Key.Text, shape)).Select(e => (e.Key, file)));
        var rule = isNeeded ? Rule.Unresolved : Rule.UnresolvedForReaders;
        if (reference.Value is not SourceScalar text)
        {
            Refuse(reference.Value, file, "a string such as '#/components/schemas/Name'", isNeeded);
        }
        else if (_forBundlers.TakeFromWeb(text, file))
        {
            return;
        }
        else if (contract.Resolve(text.Text, file) is var (target, targetFile) && text.Text.Length > 0)
        {
            if (target is SourceMap { Reference: not null } && contract.Follow(target, dialect.PathItem, targetFile) is null)
            {
                findings.Add(rule, file.Path, text.Start, $"'{text.Text}' refers to a $ref whose target does not exist or refers back here. Write the definition in one of these places.");
            }

            if (isNeeded && !contract.IsWatched(targetFile))
            {
                findings.Add(Rule.NotGenerated, file.Path, text.Start, $"'{text.Text}' is outside the contract's folder, where the build does not notice changes. Move the document to that folder or below it.");
            }

            contract.Used.Add(target);
            (isNeeded ? _needed : _notNeeded).Enqueue((target, shape, targetFile));
        }
        else
        {
            findings.Add(rule, file.Path, text.Start, $"'{text.Text}' does not exist. Define it, or correct the reference.");
        }
    }

    // From 3.1 on, a schema may have any keys beside a $ref, and other references may have a summary and a description.
    private bool IsAllowedBesideReference(string key, Shape shape)
        => IsSchemaOfLaterVersion(shape) || (dialect.Version >= OpenApiVersion.V31 && key is "summary" or "description");

    private bool IsSchemaOfLaterVersion(Shape shape) => dialect.Version >= OpenApiVersion.V31 && ReferenceEquals(shape, dialect.Schema);

    // A document with one such key often has hundreds, so each document has one finding.
    private void ReportSiblings()
    {
        foreach (var document in _siblings.GroupBy(s => s.File))
        {
            var keys = document.Select(s => s.Key).OrderBy(k => k.Start.Line).ThenBy(k => k.Start.Column).ToArray();
            var lines = keys.Skip(1).Select(k => k.Start.Line).Distinct().ToArray();
            var others = keys.Length == 1 ? ""
                : $" Others like it in this document: {keys.Length - 1}, on {(lines.Length == 1 ? "line" : "lines")} {string.Join(", ", lines.Take(MaxLines))}{(lines.Length > MaxLines ? ", ..." : "")}.";
            findings.Add(Rule.ReferenceSibling, document.Key.Path, keys[0].Start, $"'{keys[0].Text}' is beside a $ref and is ignored.{others} Move it to the target of the $ref. In a schema, you can also replace the $ref by 'allOf: [{{ $ref: ... }}]'.");
        }
    }

    private void RefuseKey(SourceScalar key, ObjectShape shape, SourceFile file)
    {
        if (dialect.Version == OpenApiVersion.V30 && OpenApi30.NewerKeywords.TryGetValue(key.Text, out var instead))
        {
            findings.Add(Rule.NewerKeyword, file.Path, key.Start, $"'{key.Text}' belongs to OpenAPI 3.1, but this document is OpenAPI 3.0: {instead}.");
            return;
        }

        var (similar, distance) = shape.Keys.Keys.Select(known => (known, Similarity.Distance(key.Text, known))).MinBy(k => k.Item2);
        var article = "aeioX".Contains(char.ToLowerInvariant(shape.Name[0]), StringComparison.Ordinal) ? "an" : "a";
        var problem = $"'{key.Text}' is not a key of {article} {shape.Name}";
        // A short word is similar to many others, so it may differ less.
        if (distance <= Math.Clamp((Math.Min(key.Text.Length, similar.Length) - 1) / 2, 0, 2))
        {
            findings.Add(Rule.UnknownKey, file.Path, key.Start, $"{problem}. Did you mean '{similar}'?");
        }
        // A schema of OpenAPI 3.1 may have any other keys.
        else if (!shape.IsOpen)
        {
            findings.Add(Rule.OtherKey, file.Path, key.Start, $"{problem} and is ignored. Known keys are {string.Join(", ", shape.Keys.Keys)}. Custom keys must start with 'x-'.");
        }
    }

    private void Refuse(SourceNode node, SourceFile file, string wanted, bool isNeeded)
    {
        var way = (wanted, node) switch
        {
            ("a string", SourceList) => " A list of types belongs to OpenAPI 3.1. Write one type, and nullable: true.",
            _ when !isNeeded => " It is ignored.",
            _ => "",
        };
        findings.Add(isNeeded ? Rule.WrongKind : Rule.OtherKind, file.Path, node.Start, $"Expected {wanted}, but found {Describe(node)}.{way}");
    }

    private static string Describe(SourceNode node) => node switch
    {
        SourceMap => "an object",
        SourceList => "a list",
        SourceScalar { IsQuoted: false, Text: "" } => "nothing",
        SourceScalar scalar => $"'{scalar.Text}'",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static bool IsNothing(SourceNode node) => node is SourceScalar scalar && scalar.IsNull();

    private static bool IsExtension(string key) => key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Compares by reference, because equal objects at two places are two objects.</summary>
    private sealed class SamePlace : IEqualityComparer<(SourceNode, Shape)>
    {
        public bool Equals((SourceNode, Shape) x, (SourceNode, Shape) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((SourceNode, Shape) pair) => RuntimeHelpers.GetHashCode(pair.Item1);
    }
}
