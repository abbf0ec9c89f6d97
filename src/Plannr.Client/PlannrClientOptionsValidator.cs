using Microsoft.Extensions.Options;
using Plannr.Client.Sending;

namespace Plannr.Client;

/// <summary>Validates the options and reports all problems at once. The messages never contain a token.</summary>
internal sealed class PlannrClientOptionsValidator : IValidateOptions<PlannrClientOptions>
{
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, PlannrClientOptions options)
    {
        var failures = Failures(options).ToArray();
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(PlannrClientOptions options)
    {
        if (options.BaseAddress is { } address && BaseAddressProblem(address) is { } problem)
        {
            yield return $"BaseAddress {problem}.";
        }

        if (options.AccessToken is null && options.AccessTokenProvider is null)
        {
            yield return "AccessToken is not set, and there is no AccessTokenProvider. Set one of them. " + Authorization.HowToGetToken;
        }
        else if (options.AccessToken is not null && options.AccessTokenProvider is not null)
        {
            yield return "AccessToken and AccessTokenProvider are both set. Set one of them.";
        }
        else if (options.AccessToken is { } token && !Authorization.IsToken(token))
        {
            yield return "AccessToken is not a valid access token. " + Authorization.TokenRule;
        }

        if (options.AccountUuid == Guid.Empty)
        {
            yield return "AccountUuid is the empty UUID, which does not identify an account. Set it to the UUID of the account, or to null.";
        }

        if (IsOutOfRange(options.AttemptTimeout))
        {
            yield return $"AttemptTimeout is {options.AttemptTimeout}. Set it to a value between 10 milliseconds and 1 day.";
        }

        if (IsOutOfRange(options.TotalTimeout))
        {
            yield return $"TotalTimeout is {options.TotalTimeout}. Set it to a value between 10 milliseconds and 1 day.";
        }
        else if (options.TotalTimeout < options.AttemptTimeout)
        {
            yield return $"TotalTimeout ({options.TotalTimeout}) is shorter than AttemptTimeout ({options.AttemptTimeout}). Set it to at least the time of one attempt.";
        }

        if (options.MaxRetries is < 0 or > 100)
        {
            yield return $"MaxRetries is {options.MaxRetries}. Set it to a value between 0 (no retries) and 100.";
        }

        if (options.RequestsPerMinute is < 0 or > RateLimits.MaxRequestsPerMinute)
        {
            yield return $"RequestsPerMinute is {options.RequestsPerMinute}. Set it to a value between 0 (no limit) and {RateLimits.MaxRequestsPerMinute}.";
        }

        if (options.MaxResponseBytes <= 0)
        {
            yield return $"MaxResponseBytes is {options.MaxResponseBytes}. Set it to a positive number of bytes.";
        }

        if (options.UserAgent is { Length: > 0 } userAgent && !UserAgentHandler.IsValid(userAgent))
        {
            yield return "UserAgent is not a valid User-Agent header. Set it to a product and a version, such as MyApplication/1.0, to an empty string to send no header, or to null for the default.";
        }
    }

    private static string? BaseAddressProblem(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            return "is not an absolute URL. Set it to a URL with a scheme, such as https://api.plannrcrm.com";
        }

        if (!ServerUri.IsSafe(address))
        {
            return "must be an https URL, or an http URL of this machine, because the client sends the access token to it";
        }

        return ServerUri.IsPlain(address) ? null : "contains a user name, a query or a fragment. Set it to a URL with only a scheme, a host and a path";
    }

    private static bool IsOutOfRange(TimeSpan timeout) => timeout < MinTimeout || timeout > MaxTimeout;
}
