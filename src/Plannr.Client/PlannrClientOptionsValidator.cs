using Microsoft.Extensions.Options;
using Plannr.Client.Sending;

namespace Plannr.Client;

/// <summary>Says what is wrong with the options, all of it at once, and what to write. Never quotes a token.</summary>
internal sealed class PlannrClientOptionsValidator : IValidateOptions<PlannrClientOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

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
            yield return $"AccessToken is {Authorization.NoToken}.";
        }

        if (options.AccountUuid == Guid.Empty)
        {
            yield return "AccountUuid is the empty UUID, which names no account. Set it to the account's UUID, or to null.";
        }

        if (IsOutOfRange(options.AttemptTimeout))
        {
            yield return $"AttemptTimeout is {options.AttemptTimeout}. Set it to something between 10 milliseconds and 1 day.";
        }

        if (IsOutOfRange(options.TotalTimeout))
        {
            yield return $"TotalTimeout is {options.TotalTimeout}. Set it to something between 10 milliseconds and 1 day.";
        }
        else if (options.TotalTimeout < options.AttemptTimeout)
        {
            yield return $"TotalTimeout ({options.TotalTimeout}) is shorter than AttemptTimeout ({options.AttemptTimeout}), the time of one attempt.";
        }

        if (options.MaxRetries is < 0 or > 100)
        {
            yield return $"MaxRetries is {options.MaxRetries}. Set it to something between 0, for none, and 100.";
        }

        if (options.RequestsPerMinute is < 0 or > RateLimits.MostRequestsPerMinute)
        {
            yield return $"RequestsPerMinute is {options.RequestsPerMinute}. Set it to something between 0, for no limit, and {RateLimits.MostRequestsPerMinute}.";
        }

        if (options.MaxResponseBytes <= 0)
        {
            yield return $"MaxResponseBytes is {options.MaxResponseBytes}. Set it to a positive number of bytes.";
        }

        if (options.UserAgent is { Length: > 0 } userAgent && !UserAgentHandler.IsValid(userAgent))
        {
            yield return "UserAgent is not a valid User-Agent header. Set it to a product and a version, such as MyApplication/1.0, to an empty string for none, or to null for the default.";
        }
    }

    private static string? BaseAddressProblem(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            return "is not an absolute URL. Write it with its scheme, such as https://api.plannrcrm.com";
        }

        if (!ServerAddress.IsSafe(address))
        {
            return "must be an https URL (http only to this machine), as the access token travels there";
        }

        return ServerAddress.IsPlain(address) ? null : "has a user name, a query or a fragment. Write scheme, host and path alone";
    }

    private static bool IsOutOfRange(TimeSpan timeout) => timeout < ShortestTimeout || timeout > LongestTimeout;
}
