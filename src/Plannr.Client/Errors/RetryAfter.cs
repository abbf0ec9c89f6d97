using System.Net.Http.Headers;

namespace Plannr.Client.Errors;

/// <summary>Reads the header <c>Retry-After</c>, which contains a number of seconds or a date.</summary>
internal static class RetryAfter
{
    /// <returns>The time to wait. Null if the header is missing, is not valid, or contains a date in the past.</returns>
    public static TimeSpan? Of(HttpResponseMessage? response, TimeProvider clock) => Of(response?.Headers.RetryAfter, clock);

    /// <inheritdoc cref="Of(HttpResponseMessage?, TimeProvider)"/>
    public static TimeSpan? Of(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, TimeProvider clock)
        => headers.TryGetValue("Retry-After", out var values) && values.Count > 0 && RetryConditionHeaderValue.TryParse(values[0], out var header)
            ? Of(header, clock)
            : null;

    private static TimeSpan? Of(RetryConditionHeaderValue? header, TimeProvider clock)
        => header?.Date is not { } date ? header?.Delta
            : date - clock.GetUtcNow() is var delay && delay > TimeSpan.Zero ? delay : null;
}
