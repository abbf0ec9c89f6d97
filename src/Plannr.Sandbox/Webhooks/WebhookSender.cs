using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Webhooks;

/// <summary>
/// Sends webhooks as the vendor's user guide describes them: POST, <c>Content-Type: application/json</c>, and in
/// <c>X-Signature</c> the HMAC-SHA256 of the raw body with the subscription's secret, in hexadecimal digits.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    public const string SignatureHeader = "X-Signature";

    // Plannr does not document its timeout.
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient _httpClient;
    private readonly SandboxState _state;
    private readonly TimeProvider _clock;
    private readonly TimeProvider _timeProvider;
    private readonly bool _allowsRemote;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="state">The subscriptions.</param>
    /// <param name="clock">The sandbox's clock, for <c>last_outgoing_webhook_call_at</c>.</param>
    /// <param name="timeProvider">The clock of the timeout and the duration.</param>
    /// <param name="allowsRemote">Whether webhooks may be sent to other machines.</param>
    public WebhookSender(SandboxState state, TimeProvider clock, TimeProvider timeProvider, bool allowsRemote)
    {
        _state = state;
        _clock = clock;
        _timeProvider = timeProvider;
        _allowsRemote = allowsRemote;
        // A redirect or a proxy could lead to another machine. The headers of tracing are not known to be sent by Plannr.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = allowsRemote, ActivityHeadersPropagator = null };
        _httpClient = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends a webhook, and sets <c>last_outgoing_webhook_call_at</c> if the receiver responds.</summary>
    /// <param name="subscription">The UUID of the subscription.</param>
    /// <param name="name">The event.</param>
    /// <param name="body">The body, which is sent byte for byte.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="SandboxWebhookException">The webhook cannot be sent, or there was no response.</exception>
    public async Task<WebhookDelivery> SendAsync(Guid subscription, string name, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var (account, found) = await FindAsync(subscription);
        var url = Checked(found, subscription, name);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(SignatureHeader, Sign(body.Span, found.Value<string>("signing_secret")!));
        var delivery = await SendAsync(request, cancellationToken);
        await _state.UpdateAsync(ResourceKind.WebhookSubscription, account, subscription, s => s["last_outgoing_webhook_call_at"] = UkTime.Now(_clock));
        return delivery;
    }

    public void Dispose() => _httpClient.Dispose();

    // The guide says hexadecimal, and does not say which case.
    private static string Sign(ReadOnlySpan<byte> body, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    private async Task<(Guid Account, JObject Subscription)> FindAsync(Guid uuid)
        => _state.AccountOf(ResourceKind.WebhookSubscription, uuid) is { } account && await _state.FindAsync(ResourceKind.WebhookSubscription, account, uuid) is { } found
            ? (account, found)
            : throw SandboxWebhookException.Invalid("subscription", $"There is no webhook subscription {uuid} in the sandbox. Create one with POST /api/v2/webhook-subscriptions.");

    private Uri Checked(JObject subscription, Guid uuid, string name)
    {
        var events = subscription["events"]!.Values<string>().ToArray();
        if (!events.Contains(name))
        {
            throw SandboxWebhookException.Invalid("event", $"The webhook subscription {uuid} is not for the event '{name}', but for {(events.Length > 0 ? string.Join(", ", events) : "none")}.");
        }

        var text = subscription.Value<string>("url")!;
        return !WebhookUrl.TryParse(text, out var url) ? throw SandboxWebhookException.Invalid("subscription", $"The URL '{text}' of the webhook subscription {uuid} {WebhookUrl.Expected}.")
            : !url.IsLoopback && !_allowsRemote ? throw SandboxWebhookException.Invalid("subscription", $"The webhook subscription {uuid} has the URL {text}, which is not on this machine. Allow other machines with --allow-remote-webhooks or PlannrSandboxOptions.AllowRemoteWebhooks.")
            : url;
    }

    private async Task<WebhookDelivery> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, _timeProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var start = _timeProvider.GetTimestamp();
        try
        {
            using var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
            return new WebhookDelivery((int)response.StatusCode, _timeProvider.GetElapsedTime(start));
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SandboxWebhookException(StatusCodes.Status504GatewayTimeout, field: null, $"{request.RequestUri} did not respond within {Timeout.TotalSeconds} seconds.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new SandboxWebhookException(StatusCodes.Status502BadGateway, field: null, $"{request.RequestUri} did not respond: {exception.Message}", exception);
        }
    }
}
