using Plannr.SpecGate.Contract.Rewriting;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>A contract, with all documents that it refers to.</summary>
internal sealed class OpenApiContract
{
    private readonly Findings _findings;
    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);
    private DialectRewriter? _rewriter;

    private OpenApiContract(string path, SourceNode? root, Findings findings)
    {
        _findings = findings;
        Dialect = Dialect.Of((root as SourceMap)?.Text("openapi")) ?? Dialect.V30;
        Main = Add(path, root);
    }

    /// <summary>Gets the version that the contract is written in. <see cref="Root"/> and <see cref="Objects"/> are OpenAPI 3.0 in any case.</summary>
    public Dialect Dialect { get; }

    /// <summary>Gets the main document as its author wrote it.</summary>
    public SourceFile Main { get; }

    /// <summary>Gets the root of the main document, rewritten to OpenAPI 3.0. It is empty if the document cannot be read.</summary>
    public SourceMap Root => Main.Root is SourceMap root ? (SourceMap)Rewritten(root) : new SourceMap([], new Mark(1, 1));

    /// <summary>Gets the changes that were made to rewrite the contract to OpenAPI 3.0.</summary>
    public IReadOnlyList<Rewrite> Rewrites => _rewriter?.Rewrites ?? [];

    /// <summary>Gets all objects of the contract.</summary>
    public IReadOnlyList<ContractObject> Objects { get; private set; } = [];

    /// <summary>Gets the targets of all references.</summary>
    public HashSet<SourceNode> Used { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gets the defaults that do not fit their schemas. They are ignored.</summary>
    public HashSet<SourceNode> UnfitDefaults { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Returns the default of a schema, or null if it has no default or one that does not fit.</summary>
    public SourceNode? DefaultOf(SourceMap schema) => schema["default"] is { } value && !UnfitDefaults.Contains(value) ? value : null;

    /// <summary>Reads a contract from text.</summary>
    /// <param name="name">The file name to use in findings and to resolve references to other files.</param>
    /// <param name="text">The text.</param>
    /// <param name="findings">Receives the problems in the structure of the contract.</param>
    public static OpenApiContract Parse(string name, string text, Findings findings)
        => Walked(new OpenApiContract(name, SourceReader.Read(name, text, findings), findings), findings);

    /// <summary>Reads a contract from a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Receives the problems in the structure of the contract.</param>
    public static OpenApiContract Read(string path, Findings findings) => Walked(new OpenApiContract(path, ReadFile(path, findings), findings), findings);

    /// <summary>Returns whether a document is in the contract's folder or below it, where the build notices changes.</summary>
    public bool IsWatched(SourceFile file)
        => Path.GetFullPath(file.Path).StartsWith(Path.GetDirectoryName(Path.GetFullPath(Main.Path)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    public IEnumerable<ContractObject> Of(ObjectShape shape) => Objects.Where(o => o.Shape == shape);

    /// <summary>Follows references until an object is found.</summary>
    /// <returns>The object, or null if a target does not exist or the references form a cycle.</returns>
    public ContractObject? Follow(SourceNode? node, ObjectShape shape, SourceFile file)
    {
        for (var steps = 0; steps < 100 && node is SourceMap map; steps++)
        {
            if (map.Reference is not { } reference)
            {
                return new ContractObject(map, shape, file);
            }

            if (Resolve(reference, file) is not var (target, targetFile))
            {
                return null;
            }

            (node, file) = (target, targetFile);
        }

        return null;
    }

    /// <summary>Returns the target of a reference, or null if it does not exist.</summary>
    public (SourceNode Node, SourceFile File)? Resolve(string reference, SourceFile from)
    {
        var parts = reference.Split('#', 2);
        var file = from;
        if (parts[0].Length > 0)
        {
            var path = Path.Combine(Path.GetDirectoryName(from.Path)!, Uri.UnescapeDataString(parts[0]));
            if (!File.Exists(path))
            {
                return null;
            }

            file = Load(path);
        }

        var node = SourcePointer.Find(file.Root, parts.Length > 1 ? parts[1] : "");
        return node is null ? null : (Rewritten(node), file);
    }

    private static OpenApiContract Walked(OpenApiContract contract, Findings findings)
    {
        if (contract.Main.Root is not null)
        {
            contract.Walk(findings);
        }
        else if (!findings.HasErrors)
        {
            findings.Add(Rule.Missing, contract.Main.Path, new Mark(1, 1), $"The contract {(File.Exists(contract.Main.Path) ? "is empty" : "does not exist")}. It starts with 'openapi: 3.0.3'.");
        }

        return contract;
    }

    private static SourceNode? ReadFile(string path, Findings findings)
        => File.Exists(path) && SourceText.Read(path, findings) is { } text ? SourceReader.Read(path, text, findings) : null;

    // The structure is checked in the version that the author chose. All later steps read OpenAPI 3.0.
    private void Walk(Findings findings)
    {
        Objects = new StructureWalker(this, Dialect, findings).Walk();
        var rewriter = new DialectRewriter(this, findings);
        if (rewriter.Rewrite(_files.Values) || Dialect != Dialect.V30)
        {
            _rewriter = rewriter;
            Used.Clear();
            Objects = new StructureWalker(this, Dialect.V30, new Findings()).Walk();
        }
    }

    private SourceNode Rewritten(SourceNode node) => _rewriter?.Of(node) ?? node;

    private SourceFile Load(string path)
        => _files.TryGetValue(Path.GetFullPath(path), out var file) ? file : Add(path, ReadFile(path, _findings));

    private SourceFile Add(string path, SourceNode? root)
    {
        var isNamed = root is not null && Dialect.Version >= OpenApiVersion.V31;
        var file = new SourceFile(path, isNamed ? LocalReferences.Resolve(root!) : root);
        _files.Add(Path.GetFullPath(path), file);
        return file;
    }
}
