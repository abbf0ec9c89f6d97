namespace Plannr.Client.Sending;

/// <summary>A request that a call would send, without its token.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The whole address.</param>
/// <param name="Headers">The headers but <c>Authorization</c>, those of the body last.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record PreparedRequest(string Method, Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body)
{
    /// <summary>Prepares what a call would send, up to the connection: all that a client does to a request is done to it, and nothing is sent.</summary>
    /// <param name="options">The client's options; their token and limits have no part in it.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    /// <returns>The request.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="call"/> sends nothing.</exception>
    public static async Task<PreparedRequest> OfAsync(
        PlannrClientOptions options, Func<IPlannrClient, CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        var unsent = new PlannrClientOptions
        {
            BaseAddress = options.BaseAddress,
            AccountUuid = options.AccountUuid,
            AccessToken = "unsent",
            // curl has its own.
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

    /// <summary>Carries the request past the handlers, none of which takes it for a failure to be tried again.</summary>
    private sealed class UnsentException(PreparedRequest request) : Exception
    {
        public PreparedRequest Request => request;
    }
}
