namespace Plannr.Cli.Api;

/// <summary>The server that the environment names in place of the contract's.</summary>
internal static class ServerAddress
{
    public const string Variable = "PLANNR_BASE_URL";

    /// <returns>The address, or null if the environment names none.</returns>
    /// <exception cref="CommandFailure">It names one that the token may not travel to.</exception>
    public static Uri? OfEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(Variable);
        return string.IsNullOrEmpty(text) ? null : Of(text, Variable);
    }

    /// <param name="text">The address.</param>
    /// <param name="source">What names it, for the message.</param>
    /// <exception cref="CommandFailure">The token may not travel there.</exception>
    public static Uri Of(string text, string source)
    {
        var isUsable = Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && Plannr.Client.Sending.ServerAddress.IsSafe(uri)
            && Plannr.Client.Sending.ServerAddress.IsPlain(uri);
        return isUsable
            ? uri!
            : throw new CommandFailure($"{source} must be an https URL (http only to this machine) without a user name, a query or a fragment, as the access token travels there. Set it to one such as https://api.plannrcrm.com, or leave it out.");
    }
}
