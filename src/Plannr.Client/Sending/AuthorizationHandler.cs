using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Plannr.Client.Telemetry;

namespace Plannr.Client.Sending;

/// <summary>
/// Adds the access token and the account to each request. After a 401, it notifies the token provider, and retries the request once if
/// the provider returns a different token.
/// </summary>
internal sealed class AuthorizationHandler(IAccessTokenProvider tokens, Guid? account, ILogger logger) : DelegatingHandler
{
    private const string AccountHeader = "X-PLANNR-ACCOUNT-UUID";

    private readonly string? _account = account?.ToString();

    // The header of the last request, which the next request nearly always reuses.
    private AuthenticationHeaderValue? _last;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_account is not null && !request.Headers.Contains(AccountHeader))
        {
            request.Headers.Add(AccountHeader, _account);
        }

        var token = await GetTokenAsync(request, rejected: null, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = Header(request, token);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        var call = Call.Of(request);
        if (call.TokenWasRejected || !RetryRules.IsRepeatable(request))
        {
            return response;
        }

        call.TokenWasRejected = true;
        Log.TokenRejected(logger, call.Name);
        var other = await GetTokenAsync(request, rejected: token, cancellationToken).ConfigureAwait(false);
        var header = Header(request, other);
        if (other == token)
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = header;
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    // Wraps the provider's exception, which could otherwise be mistaken for a failed connection to Plannr and retried.
    private async ValueTask<string?> GetTokenAsync(HttpRequestMessage request, string? rejected, CancellationToken cancellationToken)
    {
        try
        {
            if (rejected is not null)
            {
                await tokens.OnRejectedAsync(rejected, cancellationToken).ConfigureAwait(false);
            }

            return await tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var call = Call.Of(request);
            throw new PlannrAuthenticationException($"{call.Method} {call.Path} was not sent: the access token provider failed.", call.Method, call.Path, exception);
        }
    }

    private AuthenticationHeaderValue Header(HttpRequestMessage request, string? token)
    {
        var last = _last;
        if (last is not null && last.Parameter == token)
        {
            return last;
        }

        if (Authorization.IsToken(token))
        {
            return _last = new AuthenticationHeaderValue("Bearer", token);
        }

        var call = Call.Of(request);
        throw new PlannrAuthenticationException($"{call.Method} {call.Path} was not sent: the access token provider returned an invalid access token. {Authorization.TokenRule}", call.Method, call.Path);
    }
}
