using System.Globalization;
using System.Text.Json;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary>The arguments of a tool call, each checked, as a caller learns only what an <see cref="McpException"/> says.</summary>
internal sealed class ToolArguments
{
    private readonly string _tool;
    private readonly IDictionary<string, JsonElement> _values;

    private ToolArguments(string tool, IDictionary<string, JsonElement> values)
    {
        _tool = tool;
        _values = values;
    }

    /// <exception cref="McpException">An argument is missing, or the tool has none of that name.</exception>
    public static ToolArguments Read(string tool, IReadOnlyList<ToolArgument> known, IDictionary<string, JsonElement>? given)
    {
        var values = given ?? new Dictionary<string, JsonElement>();
        foreach (var name in values.Keys.Where(n => known.All(k => k.Name != n)))
        {
            throw new McpException($"{tool} has no argument '{name}'. {NearMatches.Sentence(name, [.. known.Select(k => k.Name)])}");
        }

        foreach (var missing in known.Where(k => k.IsRequired && (!values.TryGetValue(k.Name, out var value) || value.ValueKind == JsonValueKind.Null)))
        {
            throw new McpException($"{tool} needs the argument '{missing.Name}': {missing.Description}");
        }

        return new ToolArguments(tool, values);
    }

    /// <exception cref="McpException">It is no text, or blank.</exception>
    public string Text(string name) => OptionalText(name) ?? throw new McpException($"{_tool}: '{name}' is blank.");

    /// <exception cref="McpException">It is no text.</exception>
    public string? OptionalText(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? (string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString()!.Trim())
            : throw new McpException($"{_tool}: '{name}' must be text, and is {value.ValueKind.ToString().ToLowerInvariant()}.");
    }

    /// <exception cref="McpException">It is no whole number, or outside the range.</exception>
    public int Integer(string name, int ifAbsent, int least, int most)
    {
        if (Value(name) is not { } value)
        {
            return ifAbsent;
        }

        // Some clients send every argument as text.
        var isNumber = value.ValueKind == JsonValueKind.Number
            ? value.TryGetInt32(out var number)
            : int.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : null, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        return isNumber && number >= least && number <= most
            ? number
            : throw new McpException($"{_tool}: '{name}' must be a whole number from {least} to {most}.");
    }

    public JsonElement? Value(string name) => _values.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;
}
