using System.Net.Http.Headers;
using System.Text;
using ModelContextProtocol;
using Plannr.Generated;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Calls;

/// <summary>Sends a call to the API.</summary>
/// <param name="httpClient">Carries the access token, and follows no redirect.</param>
/// <param name="server">The server's address.</param>
/// <param name="isLive">Whether that is more than a sandbox.</param>
internal sealed class ApiCaller(HttpClient httpClient, Func<string> server, bool isLive)
{
    private const int MostBytes = 10 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);

    public bool IsLive => isLive;

    /// <exception cref="McpException">The server cannot be reached, or does not answer in time.</exception>
    public async Task<ApiAnswer> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Longest);
        using var request = Request(call);
        try
        {
            using var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MostBytes, timeout.Token).ConfigureAwait(false);
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false));
            var remaining = response.Headers.TryGetValues("X-Ratelimit-Remaining", out var values) ? values.First() : null;
            return new ApiAnswer((int)response.StatusCode, remaining, body);
        }
        catch (HttpRequestException exception)
        {
            throw new McpException($"{call.Operation.Route} did not reach {server()}: {exception.Message}", exception);
        }
        catch (PlannrApiException exception)
        {
            throw new McpException($"{call.Operation.Route} did not reach {server()}: {exception.Message}", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new McpException($"{call.Operation.Route} was not answered by {server()} within {Longest.TotalSeconds} seconds.", exception);
        }
    }

    private HttpRequestMessage Request(ApiCall call)
    {
        var request = new HttpRequestMessage(new HttpMethod(call.Operation.Method), server().TrimEnd('/') + call.Target());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var (name, value) in call.Headers())
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                throw new McpException($"'{name}' cannot be sent as a header of the request.");
            }
        }

        if (call.Body is { } body && call.Operation.BodyContent is var (mediaType, _))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString(ApiCall.Readable)));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        return request;
    }
}
