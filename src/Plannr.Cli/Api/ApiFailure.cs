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
            "Use the token of somebody who may, or choose another account with --account; 'plannr accounts list' shows them.",
            Cli.ExitCode.Failed),
        PlannrNotFoundException => new(
            $"Plannr has no such thing at {exception.RequestPath} (status 404{Said(exception)}).",
            exception.RequestPath.Contains("/webhook-subscriptions", StringComparison.Ordinal)
                ? "'plannr webhooks list' shows which webhook subscriptions there are."
                : "'plannr connections list' shows which connections there are.",
            Cli.ExitCode.NotFound),
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
        PlannrTransportException => new(
            $"Plannr cannot be reached: {TerminalText.Of((exception.InnerException ?? exception).Message).TrimEnd('.')}.",
            $"Check the network, and {ServerAddress.Variable} if it is set.",
            Cli.ExitCode.Failed),
        { StatusCode: >= 300 and < 400 } => new(
            $"Plannr redirects to another place (status {exception.StatusCode}), and the access token is not sent there.",
            $"Set {ServerAddress.Variable} to the server's own address.",
            Cli.ExitCode.Failed),
        _ when Said(exception) is { Length: > 0 } words => new($"Plannr answered with status {exception.StatusCode}{words}.", "", Cli.ExitCode.Failed),
        _ => new(exception.Message, $"That is no answer of Plannr's API; check {ServerAddress.Variable} if it is set.", Cli.ExitCode.Failed),
    };

    // The API's own words, without the full stop that the sentence around them has.
    private static string Said(PlannrApiException exception)
        => exception is PlannrApiException<ApiError> { Error.Message: { Length: > 0 } words } ? ": " + Words(words) : "";

    // Laravel's message is the first of the errors, which need not be said twice.
    private static string Details(PlannrValidationException exception)
        => string.Concat(exception.Errors.SelectMany(f => f.Value.Where(e => e != exception.Error?.Message).Select(e => $"; {TerminalText.Of(f.Key)}: {Words(e)}")));

    private static string Words(string text) => TerminalText.Of(text).TrimEnd('.', ' ');
}
