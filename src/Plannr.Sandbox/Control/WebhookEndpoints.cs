using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Validation;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox.Control;

/// <summary>Sends webhooks: <c>/sandbox/webhooks/send</c>.</summary>
internal static class WebhookEndpoints
{
    private const string ExpectedWebhook = """{"subscription": "7c5f9e12-4b8d-4a36-9e01-d2b6a8c3f574", "event": "account.created", "body": {}}""";

    public static void MapWebhooks(this IEndpointRouteBuilder control, WebhookSender webhooks)
        => control.MapPost("/webhooks/send", (HttpRequest request) => SendAsync(webhooks, request));

    private static async Task<JsonResponse> SendAsync(WebhookSender webhooks, HttpRequest request)
    {
        var (body, refusal) = await ControlBody.ReadAsync(request, ExpectedWebhook);
        if (body is null)
        {
            return refusal!;
        }

        if (body.Fields["subscription"] is not JValue { Value: string uuid } || !Guid.TryParseExact(uuid, "D", out var subscription))
        {
            return LaravelErrors.Of([("subscription", [$"The subscription field must be a valid UUID, as in {ExpectedWebhook}."])]);
        }

        if (body.Fields["event"] is not JValue { Value: string name })
        {
            return LaravelErrors.Of([("event", [$"The event field must be a string, as in {ExpectedWebhook}."])]);
        }

        if (!body.Fields.ContainsKey("body"))
        {
            return LaravelErrors.Of([("body", [$"The body field is required, as in {ExpectedWebhook}. It may be any JSON."])]);
        }

        try
        {
            var delivery = await webhooks.SendAsync(subscription, name, body.RawJson("body"), request.HttpContext.RequestAborted);
            return JsonResponses.Ok(new JObject { ["status"] = delivery.StatusCode, ["duration_ms"] = Math.Round(delivery.Duration.TotalMilliseconds, 1) });
        }
        catch (SandboxWebhookException exception)
        {
            return exception.Field is { } field ? LaravelErrors.Of([(field, [exception.Message])]) : JsonResponses.Error(exception.Status, exception.Message);
        }
    }
}
