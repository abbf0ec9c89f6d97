using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Plannr.Mcp.Calls;
using Plannr.Mcp.Documentation;
using Plannr.Mcp.Tools;

namespace Plannr.Mcp;

/// <summary>What the MCP server offers, whatever it is reached by.</summary>
internal static class McpContent
{
    private const string Instructions =
        "The documentation of the Plannr CRM API, from its OpenAPI contract. Start with search or list_operations, go on with get_operation, get_schema "
        + "and get_request_example. Answers are short and say what they left out; each cites the JSON pointer it comes from, which fetch reads.";

    /// <param name="options">What to fill.</param>
    /// <param name="documentation">The contract.</param>
    /// <param name="target">Where the examples of requests go.</param>
    /// <param name="caller">Calls the API; null if tools may not.</param>
    public static void AddTo(McpServerOptions options, ApiDocumentation documentation, Func<ApiTarget> target, ApiCaller? caller)
    {
        options.ServerInfo = new Implementation { Name = "plannr", Title = "Plannr CRM API", Version = typeof(McpContent).Assembly.GetName().Version!.ToString(3) };
        options.ServerInstructions = Instructions + (caller is null ? "" : $" The tools whose names begin with call_ call {(caller.IsLive ? "the live API" : "a local sandbox")}.");
        options.ToolCollection =
        [
            new SearchTool(documentation),
            new ListOperationsTool(documentation),
            new GetOperationTool(documentation),
            new GetSchemaTool(documentation),
            new GetRequestExampleTool(documentation, target),
            new FetchTool(documentation),
            .. caller is null ? [] : CallTools.Create(documentation, caller),
        ];
        options.ResourceCollection =
        [
            new ContractResource("plannr://openapi/plannr.yaml", "plannr.yaml", "application/yaml", documentation.Yaml),
            new ContractResource("plannr://openapi/plannr.json", "plannr.json", "application/json", documentation.Json),
        ];
    }
}
