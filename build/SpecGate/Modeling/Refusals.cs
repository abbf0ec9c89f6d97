using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>Gathers what cannot be generated while a model is built.</summary>
internal sealed class Refusals
{
    private readonly List<Refusal> _all = [];
    private readonly List<(ContractPlace At, string Message)> _warnings = [];
    private SourceMap? _owner;

    public IReadOnlyList<Refusal> All => _all;

    /// <summary>What is generated in another way than the contract says, in words for its author.</summary>
    public IReadOnlyList<(ContractPlace At, string Message)> Warnings => _warnings;

    /// <summary>Adds something that cannot be generated, in the operation or the schema that is being built.</summary>
    public void Add(SourceNode node, SourceFile file, string what) => _all.Add(new Refusal(_owner, new ContractPlace(file.Path, node.Start), what));

    /// <summary>Adds something that is generated in another way than the contract says.</summary>
    public void Warn(SourceNode node, SourceFile file, string message) => _warnings.Add((new ContractPlace(file.Path, node.Start), message));

    /// <summary>Builds an operation or what a schema becomes: what cannot be generated meanwhile belongs to it.</summary>
    /// <param name="owner">The operation or the schema.</param>
    /// <param name="build">Builds it.</param>
    public void Within(SourceMap owner, Action build)
    {
        var outer = _owner;
        _owner = owner;
        build();
        _owner = outer;
    }
}
