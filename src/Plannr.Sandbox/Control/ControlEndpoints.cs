using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.Validation;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox.Control;

/// <summary>
/// What controls the sandbox itself: <c>/sandbox/faults</c>, <c>/sandbox/reset</c> and <c>/sandbox/webhooks/send</c>. It asks for the
/// token as the API does, so that no web page that happens to be open can call it; it has no rate limit and no faults.
/// </summary>
internal static class ControlEndpoints
{
    private const string ExpectedFault = """{"fault": "latency=2s", "calls": 3}""";
    private const string ExpectedWebhook = """{"subscription": "7c5f9e12-4b8d-4a36-9e01-d2b6a8c3f574", "event": "account.created", "body": {}}""";

    public static void MapControl(this IEndpointRouteBuilder routes, Authentication authentication, FaultPlan faults, WebhookSender webhooks, Func<Task> reset)
    {
        var control = routes.MapGroup("/sandbox");
        control.AddEndpointFilter((context, next) => authentication.TokenOf(context.HttpContext.Request) is null
            ? ValueTask.FromResult<object?>(Answers.Unauthenticated())
            : next(context));
        control.MapGet("/faults", () => Injected(faults));
        control.MapPost("/faults", (HttpRequest request) => InjectAsync(faults, request));
        control.MapDelete("/faults", () =>
        {
            faults.Clear();
            return Answers.NoContent();
        });
        control.MapPost("/reset", async () =>
        {
            await reset();
            return Answers.NoContent();
        });
        control.MapPost("/webhooks/send", (HttpRequest request) => SendAsync(webhooks, request));
    }

    private static Answer Injected(FaultPlan faults) => Answers.List(faults.Injected.Select(f => new JObject { ["fault"] = f.Fault.ToString(), ["calls"] = f.Calls }));

    private static async Task<Answer> InjectAsync(FaultPlan faults, HttpRequest request)
    {
        var (body, refusal) = await ControlBody.ReadAsync(request, ExpectedFault);
        if (body is null)
        {
            return refusal!;
        }

        if (body.Fields["fault"] is not JValue { Type: JTokenType.String, Value: string text })
        {
            return LaravelErrors.Of([("fault", [$"The fault field must be a string, as in {ExpectedFault}."])]);
        }

        if ((body.Fields["calls"] ?? 1) is not JValue { Value: long calls and > 0 and <= int.MaxValue })
        {
            return LaravelErrors.Of([("calls", ["The calls field must be a positive integer."])]);
        }

        try
        {
            faults.Inject(SandboxFault.Parse(text), (int)calls);
            return Injected(faults);
        }
        catch (FormatException exception)
        {
            return LaravelErrors.Of([("fault", [exception.Message])]);
        }
    }

    private static async Task<Answer> SendAsync(WebhookSender webhooks, HttpRequest request)
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
            return Answers.Ok(new JObject { ["status"] = delivery.StatusCode, ["duration_ms"] = Math.Round(delivery.Duration.TotalMilliseconds, 1) });
        }
        catch (SandboxWebhookException exception)
        {
            return exception.Field is { } field ? LaravelErrors.Of([(field, [exception.Message])]) : Answers.Error(exception.Status, exception.Message);
        }
    }
}
