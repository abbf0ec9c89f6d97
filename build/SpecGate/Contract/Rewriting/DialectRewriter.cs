using System.Runtime.CompilerServices;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>
/// Rewrites a contract of OpenAPI 3.1 or 3.2 to OpenAPI 3.0. Nodes keep their places, and a node without changes stays the same
/// object. A schema that OpenAPI 3.0 cannot express is widened, so that no data is lost. Keywords that only restrict values are
/// left out.
/// </summary>
/// <param name="contract">The contract, as its author wrote it.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class DialectRewriter(OpenApiContract contract, Findings findings)
{
    // The headers of a multipart media type contain media types again.
    private const int MaxNestedMediaTypes = 4;

    private readonly Dictionary<SourceNode, SourceNode> _rewritten = new(ReferenceEqualityComparer.Instance);
    // The nodes that are being rewritten, each inside the previous one.
    private readonly HashSet<SourceNode> _open = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceMap, ContractObject> _objects = new(ReferenceEqualityComparer.Instance);
    private readonly List<Rewrite> _rewrites = [];
    private int _nestedMediaTypes;

    public IReadOnlyList<Rewrite> Rewrites => _rewrites;

    /// <summary>Rewrites all documents of the contract.</summary>
    /// <returns>True if a document has changed.</returns>
    public bool Rewrite(IEnumerable<SourceFile> files)
    {
        var dialect = contract.Dialect;
        if (dialect == Dialect.V30 && !contract.Of(dialect.Schema).Any(s => NumberRewriting.MayApply(s.Node) || DiscriminatorRewriting.MayApply(s.Node)))
        {
            return false;
        }

        foreach (var found in contract.Objects.Where(o => o.Shape == dialect.Schema || dialect.Version >= OpenApiVersion.V32))
        {
            _objects.TryAdd(found.Node, found);
        }

        // ToArray, because all documents must be rewritten, not only those up to the first change.
        var changed = files.Select(f => f.Root).OfType<SourceNode>().Where(root => !ReferenceEquals(Rewrite(root), root)).ToArray();
        return changed.Length > 0;
    }

    /// <summary>Returns what a node was rewritten to, or the node itself if it was not rewritten.</summary>
    public SourceNode Of(SourceNode node) => _rewritten.GetValueOrDefault(node, node);

    private SourceNode Rewrite(SourceNode node)
    {
        if (node is SourceScalar)
        {
            return node;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_rewritten.TryGetValue(node, out var rewritten))
        {
            _open.Add(node);
            rewritten = node is SourceMap map ? RewriteMap(map) : RewriteList((SourceList)node);
            _open.Remove(node);
            _rewritten.Add(node, rewritten);
        }

        return rewritten;
    }

    private SourceMap RewriteMap(SourceMap map)
    {
        var entries = map.Entries.Select(e => Rewrite(e.Value) is var value && ReferenceEquals(value, e.Value) ? e : e with { Value = value }).ToArray();
        var copy = entries.SequenceEqual(map.Entries, ReferenceEqualityComparer.Instance) ? map : new SourceMap(entries, map.Start);
        return _objects.TryGetValue(map, out var found) ? Rewrite(copy, found) : copy;
    }

    private SourceList RewriteList(SourceList list)
    {
        var items = list.Items.Select(Rewrite).ToArray();
        return items.SequenceEqual(list.Items, ReferenceEqualityComparer.Instance) ? list : new SourceList(items, list.Start);
    }

    private SourceMap Rewrite(SourceMap node, ContractObject found)
        => found.Shape == contract.Dialect.Schema ? Rewrite(new SchemaDraft(node, found.File, findings, _rewrites))
            : found.Shape == contract.Dialect.MediaType ? MediaTypeRewriting.WithoutItems(node, found.File, findings)
            : node.Map("content") is { } content ? MediaTypeRewriting.WithContent(node, content, m => InPlace(m, found.File))
            : node;

    // From 3.2 on, a media type may be a reference. In 3.0 it may not, so its target is copied in place.
    private SourceNode InPlace(SourceNode mediaType, SourceFile file)
    {
        if (mediaType is not SourceMap { Reference: { } reference } || contract.Follow(mediaType, contract.Dialect.MediaType, file) is not { } target)
        {
            return mediaType;
        }

        if (_open.Contains(target.Node) || _nestedMediaTypes == MaxNestedMediaTypes)
        {
            findings.Add(Rule.TooLarge, file.Path, mediaType.Start, $"The media type '{reference}' contains itself, or more than {MaxNestedMediaTypes} levels of other media types. Write it here without the reference.");
            return mediaType;
        }

        _nestedMediaTypes++;
        var inPlace = Rewrite(target.Node);
        _nestedMediaTypes--;
        return inPlace;
    }

    // The order matters: each step reads the results of the previous steps.
    private SourceMap Rewrite(SchemaDraft draft)
    {
        if (contract.Dialect.Version == OpenApiVersion.V30)
        {
            NumberRewriting.Apply(draft);
            DiscriminatorRewriting.Apply(draft);
            return draft.ToSchema();
        }

        IgnoredKeywords.Apply(draft);
        ReferenceRewriting.Apply(draft);
        BooleanSchemas.Apply(draft);
        ConstantRewriting.Apply(draft);
        ContentRewriting.Apply(draft);
        BoundRewriting.Apply(draft);
        ArrayRewriting.Apply(draft);
        ObjectRewriting.Apply(draft);
        NumberRewriting.Apply(draft);
        TypeRewriting.Apply(draft);
        AlternativeRewriting.Apply(draft);
        ExampleRewriting.Apply(draft);
        DiscriminatorRewriting.Apply(draft);
        return draft.ToSchema();
    }
}
