using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>A contract with every document that it refers to.</summary>
internal sealed class OpenApiContract
{
    private readonly Findings _findings;
    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);

    private OpenApiContract(string path, Findings findings)
    {
        _findings = findings;
        Main = Load(path);
    }

    private OpenApiContract(SourceFile main, Findings findings)
    {
        _findings = findings;
        _files.Add(Path.GetFullPath(main.Path), main);
        Main = main;
    }

    public SourceFile Main { get; }

    /// <summary>The root of the main document; an empty one if it cannot be read.</summary>
    public SourceMap Root => Main.Root as SourceMap ?? new SourceMap([], new Mark(1, 1));

    /// <summary>Every object, as the walk has met them.</summary>
    public IReadOnlyList<Located> Objects { get; private set; } = [];

    /// <summary>What references lead to.</summary>
    public HashSet<SourceNode> Used { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads a contract from its text.</summary>
    /// <param name="name">The name of a file, for findings and for references to other files.</param>
    /// <param name="text">The text.</param>
    /// <param name="findings">Receives what is wrong with its structure.</param>
    public static OpenApiContract Parse(string name, string text, Findings findings)
        => Walked(new OpenApiContract(new SourceFile(name, SourceReader.Read(name, text, findings)), findings), findings);

    /// <summary>Reads a contract from its file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Receives what is wrong with its structure.</param>
    public static OpenApiContract Read(string path, Findings findings) => Walked(new OpenApiContract(path, findings), findings);

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

        var node = file.Root;
        foreach (var name in (parts.Length > 1 ? parts[1] : "").Split('/').Skip(1).Select(Unescape))
        {
            node = node switch
            {
                SourceMap map => map[name],
                SourceList list => int.TryParse(name, out var index) ? list.Items.ElementAtOrDefault(index) : null,
                _ => null,
            };
        }

        return node is null ? null : (node, file);
    }

    private static OpenApiContract Walked(OpenApiContract contract, Findings findings)
    {
        if (contract.Main.Root is not null)
        {
            contract.Objects = new StructureWalker(contract, findings).Walk();
        }
        else if (!findings.HasErrors)
        {
            findings.Add(Rule.Missing, contract.Main.Path, new Mark(1, 1), $"The contract {(File.Exists(contract.Main.Path) ? "is empty" : "does not exist")}. It starts with 'openapi: 3.0.3'.");
        }

        return contract;
    }

    private static string Unescape(string name)
        => Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private SourceFile Load(string path)
    {
        var key = Path.GetFullPath(path);
        if (!_files.TryGetValue(key, out var file))
        {
            file = new SourceFile(path, File.Exists(path) && SourceText.Read(path, _findings) is { } text ? SourceReader.Read(path, text, _findings) : null);
            _files.Add(key, file);
        }

        return file;
    }
}
