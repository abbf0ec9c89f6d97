using Plannr.SpecGate.Contract.Rewriting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>A contract with every document that it refers to.</summary>
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

    /// <summary>The version that the contract is written in. All that is read of it is in the shapes of OpenAPI 3.0.</summary>
    public Dialect Dialect { get; }

    /// <summary>The main document, as its author wrote it.</summary>
    public SourceFile Main { get; }

    /// <summary>The root of the main document, rewritten to OpenAPI 3.0; an empty one if it cannot be read.</summary>
    public SourceMap Root => Main.Root is SourceMap root ? (SourceMap)Rewritten(root) : new SourceMap([], new Mark(1, 1));

    /// <summary>What was rewritten to the shapes of OpenAPI 3.0.</summary>
    public IReadOnlyList<Rewrite> Rewrites => _rewriter?.Rewrites ?? [];

    /// <summary>Every object, as the walk has met them.</summary>
    public IReadOnlyList<Located> Objects { get; private set; } = [];

    /// <summary>What references lead to.</summary>
    public HashSet<SourceNode> Used { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Defaults that do not fit their schemas. Nothing takes them for defaults.</summary>
    public HashSet<SourceNode> UnfitDefaults { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The default of a schema; null if it has none that fits it.</summary>
    public SourceNode? DefaultOf(SourceMap schema) => schema["default"] is { } value && !UnfitDefaults.Contains(value) ? value : null;

    /// <summary>Reads a contract from its text.</summary>
    /// <param name="name">The name of a file, for findings and for references to other files.</param>
    /// <param name="text">The text.</param>
    /// <param name="findings">Receives what is wrong with its structure.</param>
    public static OpenApiContract Parse(string name, string text, Findings findings)
        => Walked(new OpenApiContract(name, SourceReader.Read(name, text, findings), findings), findings);

    /// <summary>Reads a contract from its file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Receives what is wrong with its structure.</param>
    public static OpenApiContract Read(string path, Findings findings) => Walked(new OpenApiContract(path, ReadFile(path, findings), findings), findings);

    /// <summary>Whether a document lies beside the contract or below it, where the build looks for changes.</summary>
    public bool IsWatched(SourceFile file)
        => Path.GetFullPath(file.Path).StartsWith(Path.GetDirectoryName(Path.GetFullPath(Main.Path)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    public IEnumerable<Located> Of(ObjectShape shape) => Objects.Where(o => o.Shape == shape);

    /// <summary>Follows an object's reference, and that one's, to an object that is none.</summary>
    /// <returns>The object, or null if a reference leads nowhere or in a circle.</returns>
    public Located? Follow(SourceNode? node, ObjectShape shape, SourceFile file)
    {
        for (var steps = 0; steps < 100 && node is SourceMap map; steps++)
        {
            if (map.Reference is not { } reference)
            {
                return new Located(map, shape, file);
            }

            if (Resolve(reference, file) is not var (target, targetFile))
            {
                return null;
            }

            (node, file) = (target, targetFile);
        }

        return null;
    }

    /// <summary>Finds what a reference leads to.</summary>
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

    // The structure is that of the version that the author chose; what follows knows OpenAPI 3.0 only.
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
