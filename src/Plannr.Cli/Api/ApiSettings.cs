using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Output;
using Plannr.Client;

namespace Plannr.Cli.Api;

/// <summary>How a command talks to the API, as its options say.</summary>
internal sealed record ApiSettings
{
    public bool ToSandbox { get; init; }

    /// <summary>The file with the token; <c>-</c> for standard input, null for the environment or the profile.</summary>
    public string? TokenFile { get; init; }

    /// <summary>The name of the profile; null for none.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The profile, once it is selected; null if the token comes from elsewhere.</summary>
    public Profile? Profile { get; init; }

    /// <summary>The account to work for; null for the token's own.</summary>
    public Guid? Account { get; init; }

    public int Retries { get; init; }

    /// <summary>How many requests may be sent in a minute; 0 for no limit.</summary>
    public int RequestsPerMinute { get; init; } = ApiOptions.DocumentedRequestsPerMinute;

    public Verbosity Verbosity { get; init; }

    /// <summary>Whether the requests are shown as curl commands, and none is sent.</summary>
    public bool ShowsCurl { get; init; }

    /// <summary>Whether it is only said what would be sent.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The options of a client, but for its token.</summary>
    /// <exception cref="CommandFailure">The environment names a server that the token may not travel to.</exception>
    public PlannrClientOptions ClientOptions(Uri? sandbox = null) => new()
    {
        BaseAddress = ToSandbox ? sandbox : Profile is null ? ServerAddress.OfEnvironment() : Profile.BaseUrl,
        AccountUuid = Account,
        MaxRetries = Retries,
        RequestsPerMinute = RequestsPerMinute,
    };
}
