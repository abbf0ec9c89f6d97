using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Cli.Api;
using Plannr.Generated;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.Validation;

namespace Plannr.Cli.Contracts.Verification;

/// <summary>
/// Calls the operations that do not change data, and compares the responses with the contract. An operation with a path parameter is
/// called with the UUID of the first resource in the response of the operation one path segment above it.
/// </summary>
/// <param name="client">Sends the requests, with the token, retries and the rate limit.</param>
/// <param name="server">The server.</param>
/// <param name="contract">The contract.</param>
internal sealed class ContractVerifier(HttpClient client, Uri server, Contract contract)
{
    private const string UpdateConnection = "OAuthConnections_Update";
    private const string JsonMedia = "application/json";

    private readonly List<VerifiedOperation> _operations = [];
    private readonly List<Drift> _drifts = [];
    private readonly List<UnseenAttribute> _unseen = [];

    // The resources by the path of the operation that lists them.
    private readonly Dictionary<string, JArray> _lists = new(StringComparer.Ordinal);

    private ContractPart Source { get; } = ContractPart.Read(contract.Yaml);

    /// <summary>Calls the operations one after another. It stops if the server cannot be reached or rejects further requests.</summary>
    /// <param name="connection">The connection to update with its current label; null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="CommandFailure">The connection does not exist, or has no label.</exception>
    public async Task<VerificationReport> RunAsync(Guid? connection, CancellationToken cancellationToken)
    {
        var operations = await ContractOperations.OfAsync(contract);
        // Operations with a path parameter come last, because they need a UUID from the responses of the others.
        foreach (var operation in Readable(operations).OrderBy(o => o.Path.Contains('{', StringComparison.Ordinal)))
        {
            if (!await ReadAsync(operation, cancellationToken))
            {
                return Report();
            }
        }

        if (connection is { } uuid)
        {
            await UpdateAsync(operations.Single(o => o.Id == UpdateConnection), uuid, cancellationToken);
        }

        return Report();
    }

    /// <summary>Returns the operations that do not change data.</summary>
    public static IEnumerable<ContractOperation> Readable(IEnumerable<ContractOperation> operations) => operations.Where(o => o.Method == HttpMethod.Get);

    /// <summary>Creates the request of an operation.</summary>
    public static HttpRequestMessage Request(Uri server, HttpMethod method, string path, JObject? body = null)
    {
        var request = new HttpRequestMessage(method, new Uri(server.GetLeftPart(UriPartial.Path).TrimEnd('/') + path));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(JsonMedia));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, new MediaTypeHeaderValue(JsonMedia));
        }

        return request;
    }

    private VerificationReport Report() => new(server, contract.Document.Info.Version ?? "", _operations, _drifts, _unseen);

    private async Task<bool> ReadAsync(ContractOperation operation, CancellationToken cancellationToken)
    {
        var path = operation.Path;
        if (path.Contains('{', StringComparison.Ordinal))
        {
            var list = path[..path.LastIndexOf('/')];
            if (!_lists.TryGetValue(list, out var resources) || resources.OfType<JObject>().Select(r => r["uuid"]?.ToString()).FirstOrDefault(u => !string.IsNullOrEmpty(u)) is not { } uuid)
            {
                Add(operation, status: null, $"Not called, because GET {list} returned no resource.");
                return true;
            }

            path = $"{list}/{Uri.EscapeDataString(uuid)}";
        }

        var response = await SendAsync(operation, path, body: null, cancellationToken);
        if (response is { IsSuccess: true } && PlainJson.TryRead(response.Body, out _) is JObject json && json["data"] is JArray data)
        {
            _lists[operation.Path] = data;
        }

        return response is not null && response.Status is not (401 or 429);
    }

    private async Task UpdateAsync(ContractOperation operation, Guid uuid, CancellationToken cancellationToken)
    {
        var list = operation.Path[..operation.Path.LastIndexOf('/')];
        if (!_lists.TryGetValue(list, out var connections))
        {
            Add(operation, status: null, $"Not called, because GET {list} did not return the connections.", ExitCode.NotVerified);
            return;
        }

        var found = connections.OfType<JObject>().FirstOrDefault(c => Guid.TryParse(c["uuid"]?.ToString(), out var other) && other == uuid)
            ?? throw new CommandFailure($"There is no connection {uuid}. 'plannr connections list' shows the connections.", ExitCode.NotFound);
        var label = found["label"] is JValue { Type: JTokenType.String } text
            ? text
            : throw new CommandFailure($"The connection {uuid} has no label to update it with. Choose another connection.");
        await SendAsync(operation, $"{list}/{uuid}", new JObject { ["label"] = label }, cancellationToken);
    }

    private async Task<ReceivedResponse?> SendAsync(ContractOperation operation, string path, JObject? body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(server, operation.Method, path, body);
            using var message = await client.SendAsync(request, cancellationToken);
            var response = await ReceivedResponse.OfAsync(message, cancellationToken);
            Compare(operation, response);
            return response;
        }
        catch (PlannrApiException exception)
        {
            var failure = ApiFailure.Of(exception);
            Add(operation, exception.StatusCode == 0 ? null : exception.StatusCode, failure.Sentence, failure.ExitCode == ExitCode.Failed ? ExitCode.NotVerified : failure.ExitCode);
        }
        catch (HttpRequestException exception)
        {
            Add(operation, status: null, $"The response cannot be read: {exception.Message}", ExitCode.NotVerified);
        }

        return null;
    }

    private void Compare(ContractOperation operation, ReceivedResponse response)
    {
        var source = Source.Child("paths", operation.Path, operation.Method.Method.ToLowerInvariant())!;
        var comparison = ResponseComparison.Of(operation, source, response);
        _drifts.AddRange(comparison.Drifts);
        if (response.IsSuccess)
        {
            _unseen.AddRange(comparison.Seen.Unseen.Select(u => new UnseenAttribute(operation.Id, u.Place, u.Line)));
            Add(operation, response.Status);
            return;
        }

        var exitCode = response.Status switch { 401 => ExitCode.Authentication, 429 => ExitCode.RateLimited, _ => ExitCode.NotVerified };
        Add(operation, response.Status, $"The response is an error with status {response.Status}, so no success response was compared.", exitCode);
    }

    private void Add(ContractOperation operation, int? status, string? problem = null, int exitCode = ExitCode.Done)
        => _operations.Add(new VerifiedOperation(operation.Id, operation.Method.Method, operation.Path, status, problem, exitCode));
}
