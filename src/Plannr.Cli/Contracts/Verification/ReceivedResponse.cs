namespace Plannr.Cli.Contracts.Verification;

/// <summary>A response with its complete body.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Headers">The headers of the response and of its body.</param>
/// <param name="MediaType">The media type of the body; null if the response does not name one.</param>
/// <param name="Body">The body; empty if there is none.</param>
internal sealed record ReceivedResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string? MediaType, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public static async Task<ReceivedResponse> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        (int)response.StatusCode,
        [.. response.Headers.Concat(response.Content.Headers).Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value)))],
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsByteArrayAsync(cancellationToken));
}
