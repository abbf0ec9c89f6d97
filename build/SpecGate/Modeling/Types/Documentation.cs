using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>Writes the documentation of properties and arguments.</summary>
internal static class Documentation
{
    /// <summary>Returns a description followed by the default. The API applies the default; the client never sends it.</summary>
    /// <returns>The text, or null if there is neither a description nor a default.</returns>
    public static string? Of(string? description, SourceNode? fallback)
    {
        var value = fallback?.ToJson();
        string?[] sentences = [description?.Trim(), value is null or { Type: JTokenType.Null } ? null : $"If it is not set, the API uses {value.ToString(Formatting.None)}."];
        return string.Join("\n", sentences.Where(s => !string.IsNullOrEmpty(s))) is { Length: > 0 } text ? text : null;
    }
}
