using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Client;
using Plannr.Client.Errors;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Requests;

namespace Plannr.Cli.Webhooks;

/// <summary>A webhook that a sandbox sends to the URL of a subscription.</summary>
/// <param name="Subscription">The UUID of the subscription.</param>
/// <param name="Event">The event.</param>
/// <param name="Body">The body, which is valid JSON. The sandbox sends it unchanged.</param>
internal sealed record SandboxWebhook(Guid Subscription, string Event, string Body)
{
    /// <summary>Lets the sandbox send the webhook.</summary>
    /// <param name="plannr">A client whose server is the sandbox.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The status code and the duration of the receiver's response.</returns>
    /// <exception cref="CommandFailure">The server is not a sandbox, or did not send the webhook, or the receiver did not respond.</exception>
    /// <exception cref="PlannrException">The call failed in another way.</exception>
    public async Task<(int StatusCode, TimeSpan Duration)> SendAsync(PlannrClient plannr, CancellationToken cancellationToken)
    {
        try
        {
            var delivery = await new Control(plannr.HttpClient).SendAsync(this, cancellationToken);
            return delivery is JObject && delivery["status"] is JValue { Value: long status } && delivery["duration_ms"] is JValue { Value: not null } duration
                ? ((int)status, TimeSpan.FromMilliseconds(Convert.ToDouble(duration.Value, CultureInfo.InvariantCulture)))
                : throw NoSandbox(plannr);
        }
        catch (PlannrException exception) when (exception.StatusCode is 404 or 405)
        {
            throw NoSandbox(plannr);
        }
        // A rejected token and the rate limit are reported as for other calls.
        catch (PlannrException exception) when (exception.StatusCode is 400 or 422 or 502 or 504 && exception.Error.Message is { Length: > 0 } message)
        {
            throw new CommandFailure($"The sandbox reports: {TerminalText.Of(message)}", ExitCode.Failed);
        }
    }

    private static CommandFailure NoSandbox(PlannrClient plannr)
        => new($"{plannr.HttpClient.BaseAddress!.GetLeftPart(UriPartial.Path)} is not a sandbox that sends webhooks. Start one with 'plannr sandbox', and set {ServerAddress.Variable} to its address.");

    private string ToJson() => $$"""{"subscription":"{{Subscription}}","event":{{JsonConvert.ToString(Event)}},"body":{{Body}}}""";

    /// <summary>The sandbox's own endpoint for sending webhooks, which is not part of the contract.</summary>
    private sealed class Control : ApiClient
    {
        private static readonly ApiOperation SendOperation = new ApiOperation("Sandbox_SendWebhook", "POST", "/sandbox/webhooks/send")
            .Success(200)
            .OtherErrors(JsonFormats.ObjectOf<ApiError>());

        public Control(HttpClient httpClient)
            : base(httpClient, server: null)
            => ErrorConverter = new ErrorConversion(TimeProvider.System).Convert;

        public async Task<JToken> SendAsync(SandboxWebhook webhook, CancellationToken cancellationToken)
            => (await SendAsync(new ApiRequest(SendOperation).WithText(webhook.ToJson(), "application/json"), JsonFormats.Any, cancellationToken)).Value;
    }
}
