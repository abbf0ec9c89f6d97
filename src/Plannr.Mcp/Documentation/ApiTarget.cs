namespace Plannr.Mcp.Documentation;

/// <summary>Where the examples of requests go, and with which token.</summary>
/// <param name="Server">The server's address.</param>
/// <param name="Token">The token; null for the user's own, which examples take from the environment.</param>
internal sealed record ApiTarget(string Server, string? Token)
{
    /// <summary>The environment variable of the user's token, the same that <c>plannr</c> reads.</summary>
    public const string TokenVariable = "PLANNR_ACCESS_TOKEN";

    public string Address(string target) => Server.TrimEnd('/') + target;
}
