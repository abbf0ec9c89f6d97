using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Control;

/// <summary>Injects faults: <c>/sandbox/faults</c>.</summary>
internal static class FaultEndpoints
{
    private const string ExpectedFault = """{"fault": "latency=2s", "calls": 3}""";

    public static void MapFaults(this IEndpointRouteBuilder control, FaultPlan faults)
    {
        control.MapGet("/faults", () => Injected(faults));
        control.MapPost("/faults", (HttpRequest request) => InjectAsync(faults, request));
        control.MapDelete("/faults", () =>
        {
            faults.Clear();
            return JsonResponses.NoContent();
        });
    }

    private static JsonResponse Injected(FaultPlan faults) => JsonResponses.List(faults.Injected.Select(f => new JObject { ["fault"] = f.Fault.ToString(), ["calls"] = f.Calls }));

    private static async Task<JsonResponse> InjectAsync(FaultPlan faults, HttpRequest request)
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
}
