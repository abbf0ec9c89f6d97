using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Control;

/// <summary>
/// What controls the sandbox itself: <c>/sandbox/faults</c> and <c>/sandbox/reset</c>. It asks for the token as the API does, so
/// that no web page that happens to be open can call it; it has no rate limit and no faults.
/// </summary>
internal static class ControlEndpoints
{
    private const string Expected = """{"fault": "latency=2s", "calls": 3}""";

    public static void MapControl(this IEndpointRouteBuilder routes, Authentication authentication, FaultPlan faults, Func<Task> reset)
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
    }

    private static Answer Injected(FaultPlan faults) => Answers.Ok(new JObject
    {
        ["data"] = new JArray(faults.Injected.Select(f => new JObject { ["fault"] = f.Fault.ToString(), ["calls"] = f.Calls })),
    });

    private static async Task<Answer> InjectAsync(FaultPlan faults, HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        if (PlainJson.TryRead(bytes.ToArray(), out var problem) is not { } body)
        {
            return Answers.Error(StatusCodes.Status400BadRequest, $"The request body is not valid JSON ({problem}); it should be like {Expected}.");
        }

        if ((body as JObject)?["fault"] is not JValue { Type: JTokenType.String, Value: string text })
        {
            return LaravelErrors.Of([("fault", [$"The fault field must be a string, as in {Expected}."])]);
        }

        if ((body["calls"] ?? 1) is not JValue { Value: long calls and > 0 and <= int.MaxValue })
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
}
