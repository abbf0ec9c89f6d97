using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;

namespace Plannr.SpecGate.Normalization;

/// <summary>By which format of the runtime's <c>JsonFormats</c> the values of a normalized schema are read and written, in C#.</summary>
internal static class JsonFormatNames
{
    public static string Of(JObject schema, JObject components, bool isParameter = false)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (UnionLabels.Target(schema) is { } name)
        {
            return OfComponent(name, (JObject)components[name]!);
        }

        return ((string?)schema["type"], (string?)schema["format"]) switch
        {
            ("array", _) => $"JsonFormats.{(isParameter ? "SequenceOf" : "ListOf")}({Part((JObject)schema["items"]!)})",
            ("object", _) => $"JsonFormats.MapOf({Value((JObject)schema["additionalProperties"]!)})",
            _ => Scalar(schema) ?? "JsonFormats.Any",
        };

        // NSwag forgets that the values of a dictionary may be null if they are of a type with a name.
        string Value(JObject part) => UnionLabels.Target(part) is null ? Part(part) : Of(part, components);

        string Part(JObject part) => Of(part, components) + ((bool?)part["nullable"] == true ? ".OrNull()" : "");
    }

    /// <summary>Whether the runtime knows the format from the C# type.</summary>
    public static bool IsKnown(JObject schema) => UnionLabels.Target(schema) is null && (string?)schema["type"] is not ("array" or "object");

    private static string OfComponent(string name, JObject definition)
        => name == SchemaNormalizer.FileType ? "JsonFormats.File"
            : definition.ContainsKey("x-union") ? $"JsonFormats.UnionOf(json => new {name}(json))"
            : (string?)definition["x-value"] is { } value ? $"JsonFormats.EnumerationOf<{name}, {value}>()"
            : $"JsonFormats.ObjectOf<{name}>()";

    private static string? Scalar(JObject schema)
        => ((string?)schema["type"], (string?)schema["format"]) switch
        {
            ("string", "uuid") => "JsonFormats.Uuid",
            ("string", "date-time") => "JsonFormats.Timestamp",
            ("string", "date") => "JsonFormats.Date",
            ("string", "uri") => "JsonFormats.Uri",
            ("string", "byte") => "JsonFormats.Bytes",
            ("string", _) => "JsonFormats.Text",
            ("integer", "int32") => "JsonFormats.Integer32",
            ("integer", _) => "JsonFormats.Integer64",
            ("number", "decimal") => "JsonFormats.DecimalNumber",
            ("number", "float") => "JsonFormats.Number32",
            ("number", _) => "JsonFormats.Number",
            ("boolean", _) => "JsonFormats.Boolean",
            _ => null,
        };
}
