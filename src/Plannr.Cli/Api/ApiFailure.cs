using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Cli.Api;

/// <summary>The message for a failed call: one sentence about the failure, and advice on what to do.</summary>
internal sealed record ApiFailure(string Sentence, string Advice, int ExitCode)
{
    public static ApiFailure Of(PlannrApiException exception) => exception switch
    {
        PlannrAuthenticationException => new(
            $"Plannr does not accept the access token (status {exception.StatusCode}{MessageOf(exception)}).",
            $"Pass a valid token in {AccessToken.Variable} or with --token-file. {Authorization.HowToGetToken}",
            Cli.ExitCode.Authentication),
        PlannrPermissionException => new(
            $"The access token's user does not have permission for this request (status 403{MessageOf(exception)}).",
            exception.RequestPath.EndsWith("/logins", StringComparison.Ordinal)
                ? "Use the token of a user with this permission."
                : "Use the token of a user with this permission, or choose another account with --account; 'plannr accounts list' shows the accounts.",
            Cli.ExitCode.Failed),
        PlannrNotFoundException => NotFound(exception),
        PlannrValidationException validation => new(
            $"Plannr does not accept the values (status 422{MessageOf(exception)}{Details(validation)}).",
            "Correct them.",
            Cli.ExitCode.Failed),
        PlannrRateLimitException limit => new(
            limit.StatusCode == 0 ? TerminalText.Of(limit.Message) : $"The rate limit of 500 requests a minute is exceeded (status 429{MessageOf(exception)}).",
            $"Try again in {(limit.RetryAfter is { } time ? ExpiryText.Duration(time) : "a minute")}. All clients with the same token share the limit.",
            Cli.ExitCode.RateLimited),
        PlannrServerException => new(
            $"Plannr has a problem (status {exception.StatusCode}{MessageOf(exception)}).",
            "Try again later. The command is correct.",
            Cli.ExitCode.Failed),
        PlannrTimeoutException => new(exception.Message, "Try again later.", Cli.ExitCode.Failed),
        PlannrTransportException => Unreachable(exception),
        { StatusCode: >= 300 and < 400 } => new(
            $"Plannr redirects to another address (status {exception.StatusCode}). The access token is not sent there.",
            ServerAddress.Advice($"Set {ServerAddress.Variable} to the server's own address."),
            Cli.ExitCode.Failed),
        _ when MessageOf(exception) is { Length: > 0 } words => new($"Plannr responded with status {exception.StatusCode}{words}.", "", Cli.ExitCode.Failed),
        _ => new($"{exception.Message} This is not a response from Plannr's API.", ServerAddress.Advice("Check whether a proxy is between this machine and Plannr."), Cli.ExitCode.Failed),
    };

    private static ApiFailure NotFound(PlannrApiException exception)
    {
        var path = TerminalText.Of(exception.RequestPath);
        if (MessageOf(exception) is not { Length: > 0 } words)
        {
            return new(
                $"There is nothing at {path} (status 404), and the response is not from Plannr's API.",
                ServerAddress.Advice("Check whether a proxy is between this machine and Plannr."),
                Cli.ExitCode.NotFound);
        }

        // With another path before /api/, the server's address is wrong, whatever the UUID is.
        var isResource = path.StartsWith("/api/", StringComparison.Ordinal) && UuidArgument.TryParse(path[(path.LastIndexOf('/') + 1)..], out _);
        return new(
            $"Plannr has nothing at {path} (status 404{words}).",
            !isResource ? ServerAddress.Advice("'plannr contract show' lists the paths of the API that this version of plannr knows.")
                : path.Contains("/webhook-subscriptions/", StringComparison.Ordinal) ? "'plannr webhooks list' shows the webhook subscriptions."
                : path.Contains("/oauth/connections/", StringComparison.Ordinal) ? "'plannr connections list' shows the connections."
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
            return new($"A secure connection to Plannr is not possible: {TerminalText.Of(reason).TrimEnd('.')}.", ServerAddress.TlsAdvice(), Cli.ExitCode.Failed);
        }

        return new(
            $"Plannr cannot be reached: {TerminalText.Of((cause ?? exception).Message).TrimEnd('.')}.",
            ServerAddress.UnreachableAdvice(),
            Cli.ExitCode.Failed);
    }

    // The API's message without its period, because the sentence around it ends with one.
    private static string MessageOf(PlannrApiException exception)
        => exception is PlannrApiException<ApiError> { Error.Message: { Length: > 0 } words } ? ": " + Words(words) : "";

    // Laravel's message repeats the first of the errors, so that error is left out.
    private static string Details(PlannrValidationException exception)
        => string.Concat(exception.Errors.SelectMany(f => f.Value.Where(e => e != exception.Error?.Message).Select(e => $"; {TerminalText.Of(f.Key)}: {Words(e)}")));

    private static string Words(string text) => TerminalText.Of(text).TrimEnd('.', ' ');
}
