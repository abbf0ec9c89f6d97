using Plannr.Sandbox.Api;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Control;

/// <summary>
/// Controls the sandbox itself, at <c>/sandbox/...</c>. The endpoints require the same token as the API, so that web pages in a browser cannot
/// call them. They have no rate limit and no faults.
/// </summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes, SandboxParts parts, Authentication authentication, CancellationToken stopping)
    {
        var control = routes.MapGroup("/sandbox");
        control.AddEndpointFilter(async (context, next) =>
        {
            Simulation.Mark(context.HttpContext.Response);
            try
            {
                return authentication.TokenOf(context.HttpContext.Request) is null ? JsonResponses.Unauthenticated() : await next(context);
            }
            catch (SandboxInputException exception)
            {
                return exception.Field is { } field ? LaravelErrors.Of([(field, [exception.Message])]) : JsonResponses.Error(StatusCodes.Status404NotFound, exception.Message);
            }
        });
        control.MapFaults(parts.Faults);
        control.MapWebhooks(parts.Webhooks);
        control.MapClock(parts);
        control.MapConnections(parts.Connections, parts.ConnectionSchema, parts.Urls);
        control.MapAccounts(parts.Accounts, parts.State);
        control.MapJournal(parts.Journal, parts.Emails, stopping);
        control.MapPost("/reset", async () =>
        {
            await parts.ResetAsync();
            return JsonResponses.NoContent();
        });
    }
}
