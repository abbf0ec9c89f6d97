using System.Net.Http.Headers;
using System.Text;
using ModelContextProtocol;
using Plannr.Generated;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Calls;

/// <summary>Sends calls to the API.</summary>
/// <param name="httpClient">A client with the access token that does not follow redirects.</param>
/// <param name="server">Returns the address of the server.</param>
/// <param name="isLive">Whether the server is the live API and not a sandbox.</param>
internal sealed class ApiCaller(HttpClient httpClient, Func<string> server, bool isLive)
{
    private const int MaxBytes = 10 * 1024 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    public bool IsLive => isLive;

    /// <summary>Sends a call.</summary>
    /// <exception cref="McpException">The server cannot be reached or does not respond in time.</exception>
    public async Task<CallResponse> SendAsync(OperationCall call, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        using var request = Request(call);
        try
        {
            using var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaxBytes, timeout.Token).ConfigureAwait(false);
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false));
            var remaining = response.Headers.TryGetValues("X-Ratelimit-Remaining", out var values) ? values.First() : null;
            return new CallResponse((int)response.StatusCode, remaining, body);
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
            throw new McpException($"{call.Operation.Route}: {server()} did not respond within {Timeout.TotalSeconds} seconds.", exception);
        }
    }

    private HttpRequestMessage Request(OperationCall call)
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
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString(OperationCall.Readable)));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        return request;
    }
}
