namespace Plannr.Mcp.Documentation;

/// <summary>The server and the token of request examples.</summary>
/// <param name="Server">The server's address.</param>
/// <param name="Token">The token; null for the user's token, which examples read from the environment.</param>
internal sealed record ApiTarget(string Server, string? Token)
{
    /// <summary>The environment variable with the user's token. <c>plannr</c> uses the same variable.</summary>
    public const string TokenVariable = "PLANNR_ACCESS_TOKEN";

    public string Address(string target) => Server.TrimEnd('/') + target;
}
