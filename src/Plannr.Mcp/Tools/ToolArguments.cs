using System.Globalization;
using System.Text.Json;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary>Checks the arguments of a tool call. Throws <see cref="McpException"/>, because callers do not see the messages of other exceptions.</summary>
internal sealed class ToolArguments
{
    private readonly string _tool;
    private readonly IDictionary<string, JsonElement> _values;

    private ToolArguments(string tool, IDictionary<string, JsonElement> values)
    {
        _tool = tool;
        _values = values;
    }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="McpException">An argument is missing or unknown.</exception>
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

    /// <summary>Returns a required text.</summary>
    /// <exception cref="McpException">The value is not text, or is blank.</exception>
    public string Text(string name) => OptionalText(name) ?? throw new McpException($"{_tool}: '{name}' must not be blank.");

    /// <summary>Returns an optional text; null if it is missing or blank.</summary>
    /// <exception cref="McpException">The value is not text.</exception>
    public string? OptionalText(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new McpException($"{_tool}: '{name}' must be text, but is {value.ValueKind.ToString().ToLowerInvariant()}."),
        };
    }

    /// <summary>Returns an optional integer.</summary>
    /// <exception cref="McpException">The value is not an integer, or is out of range.</exception>
    public int Integer(string name, int ifAbsent, int min, int max)
    {
        if (Value(name) is not { } value)
        {
            return ifAbsent;
        }

        // Some clients send every argument as text.
        var isNumber = value.ValueKind == JsonValueKind.Number
            ? value.TryGetInt32(out var number)
            : int.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : null, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        return isNumber && number >= min && number <= max
            ? number
            : throw new McpException($"{_tool}: '{name}' must be a whole number from {min} to {max}.");
    }

    public JsonElement? Value(string name) => _values.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;
}
