namespace Plannr.Client.Sending;

/// <summary>The request that a call would send, without its access token.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The absolute URL.</param>
/// <param name="Headers">The headers except <c>Authorization</c>. The headers of the body are last.</param>
/// <param name="Body">The body, or null if there is none.</param>
internal sealed record PreparedRequest(string Method, Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body)
{
    /// <summary>Runs a call through all handlers of a client, but returns its request instead of sending it.</summary>
    /// <param name="options">The options of the client. Only its address and its account are used.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="call"/> sends no request.</exception>
    public static async Task<PreparedRequest> OfAsync(
        PlannrClientOptions options, Func<IPlannrClient, CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        var unsent = new PlannrClientOptions
        {
            BaseAddress = options.BaseAddress,
            AccountUuid = options.AccountUuid,
            AccessToken = "unsent",
            // The request is shown as a curl command, and curl sends its own User-Agent header.
            UserAgent = "",
            RequestsPerMinute = 0,
            MaxRetries = 0,
        };
        using var client = new PlannrClient(unsent, primaryHandler: new UnsentHandler());
        try
        {
            await call(client, cancellationToken).ConfigureAwait(false);
        }
        catch (UnsentException exception)
        {
            return exception.Request;
        }

        throw new InvalidOperationException("The call sends no request.");
    }

    private sealed class UnsentHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
#if NET
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
#else
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync().ConfigureAwait(false);
#endif
            var headers = request.Headers.Where(h => h.Key != "Authorization").Concat(request.Content?.Headers.Where(h => h.Key != "Content-Length") ?? [])
                .Select(h => new KeyValuePair<string, string>(h.Key, string.Join(", ", h.Value)));
            throw new UnsentException(new PreparedRequest(request.Method.Method, request.RequestUri!, [.. headers], body));
        }
    }

    /// <summary>Passes the request back through the handlers. No handler retries or converts this exception.</summary>
    private sealed class UnsentException(PreparedRequest request) : Exception
    {
        public PreparedRequest Request => request;
    }
}
