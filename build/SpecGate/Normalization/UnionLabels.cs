using Newtonsoft.Json.Linq;

namespace Plannr.SpecGate.Normalization;

/// <summary>What the alternatives of a union are called, and how their JSON is told apart.</summary>
internal static class UnionLabels
{
    /// <summary>A word for a normalized schema.</summary>
    public static string Of(JObject schema)
        => Target(schema) ?? ((string?)schema["type"], (string?)schema["format"]) switch
        {
            ("string", "uuid") => "Guid",
            ("string", "date-time") => "DateTimeOffset",
            ("string", "date") => "DateOnly",
            ("string", "uri") => "Uri",
            ("string", "byte") => "Bytes",
            ("string", _) => "String",
            ("integer", "int32") => "Int32",
            ("integer", _) => "Int64",
            ("number", "decimal") => "Decimal",
            ("number", "float") => "Single",
            ("number", _) => "Double",
            ("boolean", _) => "Boolean",
            ("array", _) => Of((JObject)schema["items"]!) + "List",
            ("object", _) => Of((JObject)schema["additionalProperties"]!) + "Dictionary",
            _ => "Any",
        };

    /// <summary>The kind of its JSON, by the names of Newtonsoft's <c>JTokenType</c>; None for any.</summary>
    public static string JsonKind(JObject schema, JObject components)
    {
        if (Target(schema) is { } name)
        {
            return components[name] is JObject definition && !definition.ContainsKey("x-union") ? JsonKind(definition, components) : "None";
        }

        return (string?)schema["type"] switch
        {
            "string" => "String",
            "integer" => "Integer",
            "number" => "Float",
            "boolean" => "Boolean",
            "array" => "Array",
            "object" => "Object",
            _ => "None",
        };
    }

    /// <summary>Whether its type is a struct.</summary>
    public static bool IsValueType(JObject schema, JObject components)
        => Target(schema) is { } name
            ? components[name] is JObject definition && definition.ContainsKey("x-members")
            : ((string?)schema["type"], (string?)schema["format"]) is ("integer" or "number" or "boolean", _) or ("string", "uuid" or "date-time" or "date");

    /// <summary>The component that a schema refers to, if it does.</summary>
    public static string? Target(JObject schema)
        => ((string?)schema["$ref"] ?? (string?)schema["allOf"]?[0]?["$ref"])?.Split('/')[^1];
}
