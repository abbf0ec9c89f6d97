using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary>Finds operations by name, or by method and path.</summary>
internal static class OperationLookup
{
    public static ToolArgument Argument { get; } = new("operation", "string", "The operation: its name, as list_operations and search give it, or its method and path.", IsRequired: true);

    /// <summary>Returns an operation.</summary>
    /// <exception cref="McpException">There is no such operation, or more than one.</exception>
    public static DocumentedOperation Find(this ApiDocumentation documentation, ToolArguments arguments)
    {
        var wanted = arguments.Text(Argument.Name);
        var found = documentation.Operations.Where(o => IsNamed(o, wanted, StringComparison.Ordinal)).ToList();
        if (found.Count == 0)
        {
            found = [.. documentation.Operations.Where(o => IsNamed(o, wanted, StringComparison.OrdinalIgnoreCase))];
        }

        return found switch
        {
            [var only] => only,
            [] => throw new McpException($"There is no operation '{wanted}'. {NearMatches.Sentence(wanted, [.. documentation.Operations.Select(o => o.Id)])} list_operations has all of them, and search finds them by what they do."),
            _ => throw new McpException($"'{wanted}' is more than one operation: {string.Join(", ", found.Take(ResultLimit.Hits).Select(o => $"'{o.Id}' ({o.Route})"))}. Name one of them."),
        };
    }

    private static bool IsNamed(DocumentedOperation operation, string wanted, StringComparison comparison)
        => string.Equals(operation.Id, wanted, comparison)
            || string.Equals(operation.Route, wanted, comparison)
            || string.Equals(operation.Path, wanted, comparison)
            || string.Equals(operation.Summary, wanted, comparison)
            || string.Equals(operation.Place.Citation, wanted, comparison);
}
