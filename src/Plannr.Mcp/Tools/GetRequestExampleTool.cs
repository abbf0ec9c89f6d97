using System.ComponentModel;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary><c>get_request_example</c></summary>
internal sealed class GetRequestExampleTool(ApiDocumentation documentation, Func<ApiTarget> target) : DocumentationTool<GetRequestExampleTool.RequestExample>(
    "get_request_example",
    "Get a request example",
    "Writes a request of an operation, ready to run: as a curl command, or as C# with the generated client.",
    OperationLookup.Argument,
    new ToolArgument("language", "string", "curl, which is the default, or csharp."),
    new ToolArgument("arguments", "object", "Values for the parameters, by name, and the body as 'body'. Where left out, the contract's example is taken."))
{
    private static readonly string[] Languages = ["curl", "csharp"];

    protected override RequestExample Answer(ToolArguments arguments)
    {
        var operation = documentation.Find(arguments);
        var language = arguments.OptionalText("language") ?? Languages[0];
        if (!Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
        {
            throw new McpException($"There is no example in '{language}'. There is 'curl' and 'csharp'.");
        }

        var values = ApiCall.Example(documentation, operation).Values.ToDictionary(v => v.Key, v => v.Value);
        foreach (var (name, value) in OperationArguments.Read(documentation, operation, ProtocolTool.Name, arguments.Value("arguments"), areAllNeeded: false))
        {
            values[name] = value;
        }

        var call = ApiCall.With(operation, values);
        var to = target();
        var code = language.Equals("curl", StringComparison.OrdinalIgnoreCase)
            ? CurlExample.Of(call, to)
            : CSharpExample.Of(call, to, documentation) ?? throw new McpException($"The generated client has no method for '{operation.Id}'. Ask for 'curl'.");
        if (code.Length > AnswerLimit.Characters - 1_000)
        {
            throw new McpException($"The example of '{operation.Id}' is longer than an answer can be. Give it a shorter 'body' in 'arguments', or fetch the contract's at {operation.Place.Citation}.");
        }

        return new RequestExample
        {
            Operation = operation.Id,
            Language = language.ToLowerInvariant(),
            Code = code,
            Source = operation.Place.Citation,
            Note = to.Token is null
                ? $"It takes your access token from the environment variable {ApiTarget.TokenVariable}."
                : $"It goes to the sandbox at {to.Server}, with the sandbox's token. For Plannr itself, put {documentation.Server} and your token there.",
        };
    }

    internal sealed record RequestExample
    {
        public required string Operation { get; init; }

        public required string Language { get; init; }

        public required string Code { get; init; }

        [Description("Where the contract describes the operation: a JSON pointer, for fetch.")]
        public required string Source { get; init; }

        [Description("Where it goes, and with which token.")]
        public required string Note { get; init; }
    }
}
