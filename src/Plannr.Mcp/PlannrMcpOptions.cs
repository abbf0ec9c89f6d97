using Microsoft.Extensions.Logging;

namespace Plannr.Mcp;

/// <summary>The options of an MCP server over standard input and output.</summary>
public sealed class PlannrMcpOptions
{
    /// <summary>Gets the server of request examples and calls. The default is null, for the contract's server.</summary>
    public Uri? Server { get; init; }

    /// <summary>
    /// Gets the client for calls to the API. It must have the access token in its default headers, and must not follow redirects. The default is
    /// null: tools only read the documentation.
    /// </summary>
    public HttpClient? Calls { get; init; }

    /// <summary>Gets the token of the sandbox if <see cref="Server"/> is one. The default is null.</summary>
    public string? SandboxToken { get; init; }

    /// <summary>Gets the factory for the loggers of the server, which must not write to standard output. The default is null, for no log.</summary>
    public ILoggerFactory? Logs { get; init; }
}
