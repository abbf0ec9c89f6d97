using Microsoft.Extensions.Logging;

namespace Plannr.Mcp;

/// <summary>What an MCP server over standard input and output may do.</summary>
public sealed class PlannrMcpOptions
{
    /// <summary>The server that examples of requests and calls go to; null, the default, for the contract's.</summary>
    public Uri? Server { get; init; }

    /// <summary>
    /// Calls the API for the tools, with the access token in its default headers and without following redirects; null, the
    /// default, for a server that only answers from the documentation.
    /// </summary>
    public HttpClient? Calls { get; init; }

    /// <summary>The token of the sandbox that <see cref="Server"/> is; null, the default, if it is none.</summary>
    public string? SandboxToken { get; init; }

    /// <summary>Receives the log of the server; null, the default, for none. It must not write to standard output.</summary>
    public ILoggerFactory? Logs { get; init; }
}
