using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Plannr.Mcp.Calls;
using Plannr.Mcp.Documentation;
using Plannr.Mcp.Tools;

namespace Plannr.Mcp;

/// <summary>The tools and resources of the MCP server, for all transports.</summary>
internal static class McpContent
{
    private const string ContractTitle = "The contract of the Plannr CRM API";
    private const string ContractDescription = "The OpenAPI document of the Plannr CRM API.";

    private const string Instructions =
        "The documentation of the Plannr CRM API: its OpenAPI contract, and guides for its .NET client. Start with search or list_operations, then use "
        + "get_operation, get_schema and get_request_example. Responses are short and say what they left out. Each cites its source, a JSON pointer or the URI "
        + "of a guide, which fetch reads. C# uses the class PlannrClient of the package Plannr.Client.";

    /// <summary>Adds the tools and resources to the options of a server.</summary>
    /// <param name="options">The options.</param>
    /// <param name="documentation">The contract.</param>
    /// <param name="target">Returns the server and the token of request examples.</param>
    /// <param name="caller">Calls the API; null if tools must not call it.</param>
    public static void AddTo(McpServerOptions options, ApiDocumentation documentation, Func<ApiTarget> target, ApiCaller? caller)
    {
        options.ServerInfo = new Implementation { Name = "plannr", Title = "Plannr CRM API", Version = typeof(McpContent).Assembly.GetName().Version!.ToString(3) };
        options.ServerInstructions = Instructions + (caller is null ? "" : $" Tools with names that begin with call_ call {(caller.IsLive ? "the live API" : "a local sandbox")}.");
        options.ToolCollection =
        [
            new SearchTool(documentation, Guides.All),
            new ListOperationsTool(documentation),
            new GetOperationTool(documentation),
            new GetSchemaTool(documentation),
            new GetRequestExampleTool(documentation, target),
            new FetchTool(documentation, Guides.All),
            .. caller is null ? [] : CallTools.Create(documentation, caller),
        ];
        options.ResourceCollection =
        [
            new TextResource("plannr://openapi/plannr.yaml", "plannr.yaml", ContractTitle, ContractDescription, "application/yaml", documentation.Yaml),
            new TextResource("plannr://openapi/plannr.json", "plannr.json", ContractTitle, ContractDescription, "application/json", documentation.Json),
            .. Guides.All.Select(g => new TextResource(g.Uri, g.Name, g.Title, "A guide to the Plannr CRM API and its .NET client.", "text/markdown", g.Markdown)),
        ];
    }
}
