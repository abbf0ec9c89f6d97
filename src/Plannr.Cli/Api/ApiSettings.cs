using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Output;
using Plannr.Client;

namespace Plannr.Cli.Api;

/// <summary>The settings for calls to the API, from the options of a command.</summary>
internal sealed record ApiSettings
{
    public bool ToSandbox { get; init; }

    /// <summary>Gets the file with the token: <c>-</c> for standard input, null for the environment or the profile.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Gets the name of the profile; null if there is none.</summary>
    public string? ProfileName { get; init; }

    /// <summary>Gets the selected profile; null before the selection, or if the token comes from elsewhere.</summary>
    public Profile? Profile { get; init; }

    /// <summary>Gets the account to use; null for the token's own account.</summary>
    public Guid? Account { get; init; }

    public int Retries { get; init; }

    /// <summary>Gets the maximum number of requests per minute; 0 for no limit.</summary>
    public int RequestsPerMinute { get; init; } = ApiOptions.DocumentedRequestsPerMinute;

    public Verbosity Verbosity { get; init; }

    /// <summary>Gets a value that indicates whether requests are printed as curl commands and not sent.</summary>
    public bool ShowsCurl { get; init; }

    /// <summary>Gets a value that indicates whether requests are printed and not sent.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Returns the options of a client, without the token.</summary>
    /// <exception cref="CommandFailure">The environment names a server that the token must not be sent to.</exception>
    public PlannrClientOptions ClientOptions(Uri? sandbox = null) => new()
    {
        BaseAddress = ToSandbox ? sandbox : Profile is null ? ServerAddress.OfEnvironment() : Profile.BaseUrl,
        AccountUuid = Account,
        MaxRetries = Retries,
        RequestsPerMinute = RequestsPerMinute,
    };
}
