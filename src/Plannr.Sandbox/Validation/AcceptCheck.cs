using Microsoft.Net.Http.Headers;
using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Validation;

/// <summary>Refuses a request whose Accept header rules out JSON. One without the header takes anything, as HTTP has it.</summary>
internal static class AcceptCheck
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <returns>The refusal, or null if the request may go on.</returns>
    public static Answer? Check(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }

        // The most specific range that covers JSON decides; a weight of 0 rules out.
        var range = MediaTypeHeaderValue.TryParseList(accept, out var ranges)
            ? ranges.Where(r => Json.IsSubsetOf(WithoutWeight(r))).OrderBy(r => r.MatchesAllTypes ? 2 : r.MatchesAllSubTypes ? 1 : 0).FirstOrDefault()
            : null;
        return range is not null && range.Quality is not 0
            ? null
            : Answers.Error(StatusCodes.Status406NotAcceptable, $"The API answers in application/json, which the header Accept ({accept}) does not allow.");
    }

    private static MediaTypeHeaderValue WithoutWeight(MediaTypeHeaderValue range) => new(range.MediaType);
}
