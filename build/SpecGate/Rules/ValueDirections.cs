using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Finds the direction of the examples of media types, parameters and headers.</summary>
internal sealed class ValueDirections
{
    private readonly HashSet<SourceMap> _requests;
    private readonly HashSet<SourceMap> _responses;

    public ValueDirections(OpenApiContract contract)
    {
        _requests = Owners(contract, OpenApi30.RequestBody, OpenApi30.Parameter);
        _responses = Owners(contract, OpenApi30.Response, OpenApi30.Header);
    }

    /// <summary>Returns the direction of a media type, a parameter or a header.</summary>
    public ValueDirection Of(SourceMap owner)
        => _requests.Contains(owner) ? ValueDirection.Request : _responses.Contains(owner) ? ValueDirection.Response : ValueDirection.None;

    // The objects themselves, which may have an example, and the media types of their content.
    private static HashSet<SourceMap> Owners(OpenApiContract contract, params ObjectShape[] shapes)
        => shapes.SelectMany(contract.Of).Select(o => o.Node)
            .SelectMany(o => (o.Map("content")?.Entries ?? []).Select(c => c.Value).OfType<SourceMap>().Prepend(o))
            .ToHashSet<SourceMap>(ReferenceEqualityComparer.Instance);
}
