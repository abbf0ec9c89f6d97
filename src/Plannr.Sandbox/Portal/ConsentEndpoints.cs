using Plannr.Sandbox.Clock;
using Plannr.Sandbox.Connections;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Portal;

/// <summary>
/// Serves a page that simulates a provider's consent page, at the paths of the vendor's authorization URLs. A GET shows the page and does not
/// change data. The POST of its form contains a state that can be used once.
/// </summary>
internal static class ConsentEndpoints
{
    private const string ToConnect = AuthorizationUrls.Root + "/{provider}/authorize";
    private const string ToRefresh = ToConnect + "/{connection}";
    private const int MaxForm = 4 * 1024;

    public static void MapConsent(this IEndpointRouteBuilder routes, SandboxConnections connections, SandboxState state, SandboxClock clock)
    {
        var pending = new PendingConsents();
        foreach (var pattern in new[] { ToConnect, ToRefresh })
        {
            routes.MapGet(pattern, (HttpRequest request) => RunAsync(async () => await ShowAsync(request, connections, state, clock, pending)));
            routes.MapPost(pattern, (HttpRequest request) => RunAsync(async () => await DecideAsync(request, connections, state, pending)));
        }
    }

    private static async Task<IResult> RunAsync(Func<Task<ConsentPage>> page)
    {
        try
        {
            return await page();
        }
        catch (ConsentException exception)
        {
            return ConsentPage.Failure(exception.Status, exception.Message);
        }
        catch (SandboxInputException exception)
        {
            return ConsentPage.Failure(StatusCodes.Status404NotFound, exception.Message);
        }
        catch (DataFileException exception)
        {
            return ConsentPage.Failure(StatusCodes.Status507InsufficientStorage, exception.Message);
        }
    }

    private static async Task<ConsentPage> ShowAsync(HttpRequest request, SandboxConnections connections, SandboxState state, SandboxClock clock, PendingConsents pending)
    {
        var (consent, connection) = await ReadAsync(request, connections, state);
        return ConsentPage.Ask(consent, connection, pending.Add(consent), clock.GetUtcNow());
    }

    private static async Task<ConsentPage> DecideAsync(HttpRequest request, SandboxConnections connections, SandboxState state, PendingConsents pending)
    {
        var (consent, _) = await ReadAsync(request, connections, state);
        var form = await ReadFormAsync(request);
        pending.Take(form["state"].ToString(), consent);
        switch (form["decision"].ToString())
        {
            case "allow":
                var (_, changed) = consent.Connection is { } uuid ? await connections.RefreshAsync(uuid, consent.Account) : await connections.ConnectAsync(consent.Provider, label: null, consent.Account);
                return ConsentPage.Allowed(consent, changed);
            case "deny":
                return ConsentPage.Denied(consent);
            default:
                throw new ConsentException(StatusCodes.Status400BadRequest, "The form has no decision. Open the authorization URL again, and choose Allow or Deny.");
        }
    }

    private static async Task<IFormCollection> ReadFormAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is not <= MaxForm)
        {
            throw new ConsentException(StatusCodes.Status400BadRequest, "The request is not from the form of this page. Open the authorization URL again, and choose Allow or Deny.");
        }

        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            throw new ConsentException(StatusCodes.Status400BadRequest, $"The form cannot be read: {exception.Message}");
        }
    }

    private static async Task<(Consent Consent, ConsentConnection? Connection)> ReadAsync(HttpRequest request, SandboxConnections connections, SandboxState state)
    {
        var provider = ProviderName.Checked((string)request.RouteValues["provider"]!);
        var account = AccountOf(request, state);
        if (request.RouteValues["connection"] is not string text)
        {
            return (new Consent(provider, account ?? state.Accounts[0], Connection: null), null);
        }

        if (!Guid.TryParseExact(text, "D", out var uuid) || await connections.FindAsync(uuid, account) is not ({ } owner, { } connection))
        {
            throw new ConsentException(StatusCodes.Status404NotFound, $"There is no connection {text} in the sandbox. It may have been deleted; the list of connections has the current URLs.");
        }

        return (new Consent(provider, owner, uuid), ConsentConnection.Of(connection));
    }

    private static Guid? AccountOf(HttpRequest request, SandboxState state)
    {
        if (request.Query["account"].ToString() is not { Length: > 0 } text)
        {
            return null;
        }

        return Guid.TryParseExact(text, "D", out var account) && state.Accounts.Contains(account)
            ? account
            : throw new ConsentException(StatusCodes.Status404NotFound, $"There is no account {text} in the sandbox.");
    }
}
