using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Finds the direction of the examples of media types, parameters and headers.</summary>
internal sealed class ValueDirections(OpenApiContract contract)
{
    // The objects themselves, which may have an example, and the media types of their content.
    private readonly HashSet<SourceMap> _requests = contract.Of(OpenApi30.RequestBody).Concat(contract.Of(OpenApi30.Parameter)).Select(o => o.Node)
        .SelectMany<SourceMap, SourceMap>(o => [o, .. (o.Map("content")?.Entries ?? []).Select(c => c.Value).OfType<SourceMap>()])
        .ToHashSet<SourceMap>(ReferenceEqualityComparer.Instance);

    /// <summary>Returns the direction of a media type, a parameter or a header. All that are not in requests are in responses.</summary>
    public ValueDirection Of(SourceMap owner) => _requests.Contains(owner) ? ValueDirection.Request : ValueDirection.Response;
}
