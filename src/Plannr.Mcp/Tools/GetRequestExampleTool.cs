using System.ComponentModel;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary><c>get_request_example</c></summary>
internal sealed class GetRequestExampleTool(ApiDocumentation documentation, Func<ApiTarget> target) : DocumentationTool<GetRequestExampleTool.RequestExample>(
    "get_request_example",
    "Get a request example",
    "Returns a request of an operation, ready to run, as a curl command or as C#.",
    OperationLookup.Argument,
    new ToolArgument("language", "string", "curl, which is the default; csharp, with PlannrClient of the package Plannr.Client; or csharp-generated, with only the generated client, without retries, rate limit and exceptions of PlannrClient."),
    new ToolArgument("arguments", "object", "Values for the parameters, by name, and the body as 'body'. The defaults are the contract's examples."))
{
    private static readonly string[] Languages = ["curl", "csharp", "csharp-generated"];

    protected override RequestExample GetResult(ToolArguments arguments)
    {
        var operation = documentation.Find(arguments);
        var language = (arguments.OptionalText("language") ?? Languages[0]).ToLowerInvariant();
        if (!Languages.Contains(language))
        {
            throw new McpException($"There is no example in '{language}'. {NearMatches.Sentence(language, Languages)}");
        }

        var values = OperationCall.Example(documentation, operation).Values.ToDictionary(v => v.Key, v => v.Value);
        foreach (var (name, value) in OperationArguments.Read(documentation, operation, ProtocolTool.Name, arguments.Value("arguments"), areAllNeeded: false))
        {
            values[name] = value;
        }

        var call = OperationCall.With(operation, values);
        var to = target();
        var code = language == "curl"
            ? CurlExample.Of(call, to)
            : CSharpExample.Of(call, to, documentation, language == "csharp" ? CSharpClient.PlannrClient : CSharpClient.GeneratedAlone) ?? throw new McpException($"The generated client has no method for '{operation.Id}'. Ask for 'curl'.");
        if (code.Length > ResultLimit.Characters - 1_000)
        {
            throw new McpException($"The example of '{operation.Id}' is too long for a response. Pass a shorter 'body' in 'arguments', or fetch the contract's example at {operation.Place.Citation}.");
        }

        return new RequestExample
        {
            Operation = operation.Id,
            Language = language,
            Code = code,
            Source = operation.Place.Citation,
            Note = to.Token is null
                ? $"It reads your access token from the environment variable {ApiTarget.TokenVariable}."
                : $"It uses the sandbox at {to.Server} and its token. For Plannr, use {documentation.Server} and your own token.",
        };
    }

    internal sealed record RequestExample
    {
        public required string Operation { get; init; }

        public required string Language { get; init; }

        public required string Code { get; init; }

        [Description("The JSON pointer of the operation in the contract, for fetch.")]
        public required string Source { get; init; }

        [Description("The server and the token of the request.")]
        public required string Note { get; init; }
    }
}
