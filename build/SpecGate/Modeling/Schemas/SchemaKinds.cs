using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>Decides the kind of C# type that a schema becomes.</summary>
internal static class SchemaKinds
{
    // Keys that do not affect the type of a schema.
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal)
    {
        "title", "description", "example", "examples", "default", "deprecated", "externalDocs", "xml", "nullable", "readOnly", "writeOnly", "not", "pattern",
        "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems",
        "uniqueItems", "minProperties", "maxProperties",
    };

    // Keys that make an alternative more than a restriction of the type beside it.
    private static readonly HashSet<string> Structure = new(StringComparer.Ordinal) { "$ref", "type", "properties", "items", "enum", "allOf", "oneOf", "anyOf" };

    /// <summary>Returns the kind of a schema that is not a reference and not a wrapper (see <see cref="Wrapped"/>).</summary>
    /// <param name="node">The schema.</param>
    /// <param name="isComponent">Whether the schema is a component. A component without properties is a class, because properties may be added later.</param>
    public static SchemaKind Of(SourceMap node, bool isComponent = false)
    {
        var type = node.Text("type");
        if (IsEnum(node, type))
        {
            return SchemaKind.Enum;
        }

        if (IsObject(node))
        {
            return SchemaKind.Class;
        }

        if (Alternatives(node).Count > 0)
        {
            return SchemaKind.Union;
        }

        return type switch
        {
            "array" => SchemaKind.Array,
            "string" when node.Text("format") == "binary" => SchemaKind.File,
            "string" or "integer" or "number" or "boolean" => SchemaKind.Primitive,
            "object" when node["additionalProperties"] is not SourceMap && isComponent => SchemaKind.Class,
            "object" => SchemaKind.Dictionary,
            null when node.Has("items") => SchemaKind.Array,
            null when node["additionalProperties"] is SourceMap => SchemaKind.Dictionary,
            _ => SchemaKind.Any,
        };
    }

    /// <summary>Returns the schema that another schema wraps only to describe it or to allow null, or null if it is not a wrapper.</summary>
    public static SourceNode? Wrapped(SourceMap node)
    {
        if (node.Has("properties") || node.Has("enum") || node.Has("discriminator"))
        {
            return null;
        }

        return Parts(node) is [var part] && Alternatives(node).Count == 0 && node["additionalProperties"] is not SourceMap ? part
            : Parts(node).Count == 0 && Alternatives(node) is [var only] ? only
            : null;
    }

    /// <summary>Returns the parts of <c>allOf</c>, except those that only describe or restrict the others.</summary>
    public static IReadOnlyList<SourceNode> Parts(SourceMap node) => [.. node.List("allOf").Where(p => !IsRemark(p))];

    /// <summary>Returns the text of a key: from the schema itself, or from a part of <c>allOf</c> that only describes it.</summary>
    public static string? Remark(SourceMap node, string key)
        => node.Text(key) ?? node.List("allOf").OfType<SourceMap>().Where(p => IsRemark(p) || IsTypedRemark(p)).Select(p => p.Text(key)).FirstOrDefault(t => t is not null);

    /// <summary>Returns the alternatives of a schema, except those that only restrict it.</summary>
    public static IReadOnlyList<SourceNode> Alternatives(SourceMap node)
        => [.. node.List("oneOf").Concat(node.List("anyOf")).OfType<SourceMap>().Where(a => node.Text("type") is "string" or "integer" or "number" or "boolean"
            ? a.Entries.Any(e => Structure.Contains(e.Key.Text))
            : a.Entries.Any(e => e.Key.Text is not ("required" or "not" or "nullable" or "description" or "title")) || IsAnything(node, a))];

    // An alternative without restrictions, in a schema without other keys that define a type.
    private static bool IsAnything(SourceMap node, SourceMap alternative)
        => !node.Entries.Any(e => e.Key.Text is "type" or "properties" or "items" or "allOf" or "additionalProperties") && alternative.Entries.All(e => e.Key.Text is "description" or "title");

    private static bool IsEnum(SourceMap node, string? type)
    {
        var values = node.List("enum").ToArray();
        return values.All(v => v is SourceScalar) && values.Cast<SourceScalar>().Where(v => v.ToJson().Type != JTokenType.Null).ToArray() is { Length: > 0 } scalars
            && (type == "integer" ? scalars.Any(v => v.IsInteger()) : type == "string" ? scalars.Any(v => v.IsText()) : type is null && scalars.All(v => v.IsText()));
    }

    // A discriminator names a property of an object. With alternatives, the object is one of them.
    private static bool IsObject(SourceMap node)
        => node.Has("properties") || Parts(node).Count > 0 || (node.Has("discriminator") && node.Text("type") is null or "object" && Alternatives(node).Count == 0);

    private static bool IsRemark(SourceNode part) => part is SourceMap map && map.Entries.All(e => Remarks.Contains(e.Key.Text) || e.Key.Text.StartsWith("x-", StringComparison.Ordinal));

    private static bool IsTypedRemark(SourceMap part)
        => part.Text("type") is "string" or "integer" or "number" or "boolean"
            && part.Entries.All(e => e.Key.Text is "type" or "format" or "enum" || Remarks.Contains(e.Key.Text) || e.Key.Text.StartsWith("x-", StringComparison.Ordinal));
}
