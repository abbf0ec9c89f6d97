using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Client;
using Plannr.Client.Sending;
using Plannr.Generated;

namespace Plannr.Cli.Api;

/// <summary>A call that failed, as it is said: what happened, in one sentence, and what to do.</summary>
internal sealed record ApiFailure(string Sentence, string Advice, int ExitCode)
{
    public static ApiFailure Of(PlannrApiException exception) => exception switch
    {
        PlannrAuthenticationException => new(
            $"Plannr does not accept the access token (status {exception.StatusCode}{Said(exception)}).",
            $"Give one that it does in {AccessToken.Variable} or with --token-file. {Authorization.HowToGetToken}",
            Cli.ExitCode.Authentication),
        PlannrPermissionException => new(
            $"Plannr refuses this to the access token's user (status 403{Said(exception)}).",
            exception.RequestPath.EndsWith("/logins", StringComparison.Ordinal)
                ? "Use the token of somebody who may."
                : "Use the token of somebody who may, or choose another account with --account; 'plannr accounts list' shows them.",
            Cli.ExitCode.Failed),
        PlannrNotFoundException => NotFound(exception),
        PlannrValidationException validation => new(
            $"Plannr does not accept the values (status 422{Said(exception)}{Details(validation)}).",
            "Change them.",
            Cli.ExitCode.Failed),
        PlannrRateLimitException limit => new(
            limit.StatusCode == 0 ? TerminalText.Of(limit.Message) : $"The rate limit of 500 requests a minute is used up (status 429{Said(exception)}).",
            $"Try again in {(limit.RetryAfter is { } time ? ExpiryText.Duration(time) : "a minute")}; others with the same token share the limit.",
            Cli.ExitCode.RateLimited),
        PlannrServerException => new(
            $"Plannr failed to answer (status {exception.StatusCode}{Said(exception)}).",
            "Try again later; the command is not at fault.",
            Cli.ExitCode.Failed),
        PlannrTimeoutException => new(exception.Message, "Try again later.", Cli.ExitCode.Failed),
        PlannrTransportException => Unreachable(exception),
        { StatusCode: >= 300 and < 400 } => new(
            $"Plannr redirects to another place (status {exception.StatusCode}), and the access token is not sent there.",
            ServerAddress.Advice($"Set {ServerAddress.Variable} to the server's own address."),
            Cli.ExitCode.Failed),
        _ when Said(exception) is { Length: > 0 } words => new($"Plannr answered with status {exception.StatusCode}{words}.", "", Cli.ExitCode.Failed),
        _ => new($"{exception.Message} That is not a response of Plannr's API.", ServerAddress.Advice("Check whether a proxy stands between."), Cli.ExitCode.Failed),
    };

    private static ApiFailure NotFound(PlannrApiException exception)
    {
        var path = TerminalText.Of(exception.RequestPath);
        if (Said(exception) is not { Length: > 0 } words)
        {
            return new(
                $"There is nothing at {path} (status 404), and the response is not one of Plannr's API.",
                ServerAddress.Advice("Check whether a proxy stands between."),
                Cli.ExitCode.NotFound);
        }

        // With a path in front, the server's address is wrong, whatever the UUID is.
        var isResource = path.StartsWith("/api/", StringComparison.Ordinal) && UuidArgument.TryParse(path[(path.LastIndexOf('/') + 1)..], out _);
        return new(
            $"Plannr has no such thing at {path} (status 404{words}).",
            !isResource ? ServerAddress.Advice("'plannr contract show' lists the paths of the API that this version of plannr knows.")
                : path.Contains("/webhook-subscriptions/", StringComparison.Ordinal) ? "'plannr webhooks list' shows which webhook subscriptions there are."
                : path.Contains("/oauth/connections/", StringComparison.Ordinal) ? "'plannr connections list' shows which connections there are."
                : "Check the UUID.",
            Cli.ExitCode.NotFound);
    }

    private static ApiFailure Unreachable(PlannrApiException exception)
    {
        var cause = exception.InnerException;
        var request = cause as HttpRequestException;
        if (request?.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            var reason = (request.InnerException ?? request).Message;
            return new($"No secure connection to Plannr can be made: {TerminalText.Of(reason).TrimEnd('.')}.", ServerAddress.TlsAdvice(), Cli.ExitCode.Failed);
        }

        return new(
            $"Plannr cannot be reached: {TerminalText.Of((cause ?? exception).Message).TrimEnd('.')}.",
            ServerAddress.UnreachableAdvice(),
            Cli.ExitCode.Failed);
    }

    // The API's own words, without the full stop that the sentence around them has.
    private static string Said(PlannrApiException exception)
        => exception is PlannrApiException<ApiError> { Error.Message: { Length: > 0 } words } ? ": " + Words(words) : "";

    // Laravel's message is the first of the errors, which need not be said twice.
    private static string Details(PlannrValidationException exception)
        => string.Concat(exception.Errors.SelectMany(f => f.Value.Where(e => e != exception.Error?.Message).Select(e => $"; {TerminalText.Of(f.Key)}: {Words(e)}")));

    private static string Words(string text) => TerminalText.Of(text).TrimEnd('.', ' ');
}
