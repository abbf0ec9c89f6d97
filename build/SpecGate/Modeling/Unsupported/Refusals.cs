using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Unsupported;

/// <summary>Collects the parts of the contract that cannot be generated.</summary>
internal sealed class Refusals
{
    private readonly List<Refusal> _all = [];
    private readonly List<(ContractPlace At, string Message)> _warnings = [];
    private SourceMap? _owner;

    public IReadOnlyList<Refusal> All => _all;

    /// <summary>Gets the warnings about parts that are generated in a simpler form.</summary>
    public IReadOnlyList<(ContractPlace At, string Message)> Warnings => _warnings;

    /// <summary>Adds a part that cannot be generated. It belongs to the operation or the schema that is being built.</summary>
    public void Add(SourceNode node, SourceFile file, string what) => _all.Add(new Refusal(_owner, new ContractPlace(file.Path, node.Start), what));

    /// <summary>Adds a warning about a part that is generated in a simpler form.</summary>
    public void Warn(SourceNode node, SourceFile file, string message) => _warnings.Add((new ContractPlace(file.Path, node.Start), message));

    /// <summary>Builds an operation or a schema. Parts that are added meanwhile belong to it.</summary>
    /// <param name="owner">The operation or the schema.</param>
    /// <param name="build">Builds the operation or the schema.</param>
    public void Within(SourceMap owner, Action build)
    {
        var outer = _owner;
        _owner = owner;
        build();
        _owner = outer;
    }
}
