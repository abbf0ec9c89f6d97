using Microsoft.Net.Http.Headers;
using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Validation;

/// <summary>Rejects requests whose Accept header excludes JSON. Without the header, any media type is acceptable, as in HTTP.</summary>
internal static class AcceptCheck
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Returns an error response, or null if the request is valid.</summary>
    public static JsonResponse? Check(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        // The most specific range that includes JSON decides. A weight of 0 excludes it.
        var range = MediaTypeHeaderValue.TryParseList(accept, out var ranges)
            ? ranges.Where(r => Json.IsSubsetOf(WithoutWeight(r))).OrderBy(r => r.MatchesAllTypes ? 2 : r.MatchesAllSubTypes ? 1 : 0).FirstOrDefault()
            : null;
        return range is not null && range.Quality is not 0
            ? null
            : JsonResponses.Error(StatusCodes.Status406NotAcceptable, $"The API responds with application/json, which the header Accept ({accept}) does not allow.");
    }

    private static MediaTypeHeaderValue WithoutWeight(MediaTypeHeaderValue range) => new(range.MediaType);
}
