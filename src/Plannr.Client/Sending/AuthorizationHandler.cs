using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Plannr.Client.Telemetry;

namespace Plannr.Client.Sending;

/// <summary>Gives each request its token and its account. A rejected token is reported, and the request sent once more if there is another.</summary>
internal sealed class AuthorizationHandler(IAccessTokenProvider tokens, Guid? account, ILogger logger) : DelegatingHandler
{
    private const string AccountHeader = "X-PLANNR-ACCOUNT-UUID";

    private readonly string? _account = account?.ToString("D");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Call.Of(request);
        if (_account is not null && !request.Headers.Contains(AccountHeader))
        {
            request.Headers.Add(AccountHeader, _account);
        }

        var token = await AskAsync(call, () => tokens.GetAccessTokenAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || call.TokenWasRejected || !RetryRules.IsRepeatable(request))
        {
            return response;
        }

        call.TokenWasRejected = true;
        Log.TokenRejected(logger, call.Name);
        var other = await AskAsync(call, () => ReplaceAsync(token, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (other == token)
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", other);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<string> ReplaceAsync(string token, CancellationToken cancellationToken)
    {
        await tokens.OnRejectedAsync(token, cancellationToken).ConfigureAwait(false);
        return await tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
    }

    // The application's own exception is neither a failed connection to Plannr nor to be tried again.
    private static async ValueTask<string> AskAsync(Call call, Func<ValueTask<string>> ask, CancellationToken cancellationToken)
    {
        string? token;
        try
        {
            token = await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PlannrAuthenticationException($"{call.Method} {call.Path} was not sent: the access token provider failed.", call.Method, call.Path, exception);
        }

        return Authorization.IsToken(token)
            ? token
            : throw new PlannrAuthenticationException($"{call.Method} {call.Path} was not sent: what the access token provider handed out is {Authorization.NoToken}.", call.Method, call.Path);
    }
}
