using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>Gathers what cannot be generated while a model is built.</summary>
internal sealed class Refusals
{
    private readonly List<Refusal> _all = [];
    private SourceMap? _owner;

    public IReadOnlyList<Refusal> All => _all;

    /// <summary>Adds something that cannot be generated, in the operation or the schema that is being built.</summary>
    public void Add(SourceNode node, SourceFile file, string what) => _all.Add(new Refusal(_owner, new ContractPlace(file.Path, node.Start), what));

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
