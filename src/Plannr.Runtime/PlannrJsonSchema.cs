#if NET
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;

namespace Plannr.Generated;

/// <summary>
/// Creates JSON schemas of the contract's types, for an application that describes its own API in OpenAPI. System.Text.Json creates
/// empty schemas for types that have a converter. Available on net10.0 only.
/// </summary>
public static class PlannrJsonSchema
{
    /// <summary>
    /// Creates the schema of the JSON that System.Text.Json writes for a type of the contract, in the dialect of OpenAPI 3.1. The
    /// schema is as wide as the type: no property is required, null is allowed wherever C# allows it, an enumeration allows any value
    /// of its type, and a union allows any JSON but null. Uses no reflection.
    /// </summary>
    /// <param name="type">The metadata of the type: <c>context.JsonTypeInfo</c> in a schema transformer of ASP.NET Core.</param>
    /// <param name="referencePrefix">
    /// The text before a class's name in a reference: <c>#/components/schemas/</c> for OpenAPI. The default refers to <c>$defs</c> of
    /// the schema itself.
    /// </param>
    /// <param name="name">Returns the name of a class. The default, null, is <see cref="System.Reflection.MemberInfo.Name"/>.</param>
    /// <returns>
    /// The schema, with the schemas of the classes that it refers to in <c>$defs</c>; null if <paramref name="type"/> is not a class,
    /// a union or an enumeration of a contract, or a list or dictionary of them.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> or <paramref name="referencePrefix"/> is null.</exception>
    /// <exception cref="InvalidOperationException">Two classes have the same name.</exception>
    public static JsonObject? Create(JsonTypeInfo type, string referencePrefix = "#/$defs/", Func<Type, string>? name = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(referencePrefix);

        var definitions = new SchemaDefinitions(referencePrefix, name ?? (t => t.Name));
        return SchemaOf(type, definitions) is { } schema ? JsonNode.Parse(definitions.Complete(schema).ToString(Formatting.None))!.AsObject() : null;
    }

    private static JObject? SchemaOf(JsonTypeInfo type, SchemaDefinitions definitions)
        => type.Converter is ISystemTextJsonConverter converter ? converter.Format.Schema(definitions)
            : Nullable.GetUnderlyingType(type.Type) is { } value ? OrNull(SchemaOf(type.Options.GetTypeInfo(value), definitions))
            : type.Kind == JsonTypeInfoKind.Enumerable ? Of("array", "items", ElementOf(type, definitions))
            : type.Kind == JsonTypeInfoKind.Dictionary ? Of("object", "additionalProperties", ElementOf(type, definitions))
            : null;

    private static JObject? ElementOf(JsonTypeInfo type, SchemaDefinitions definitions)
    {
        if (type.ElementType is not { } elementType || !type.Options.TryGetTypeInfo(elementType, out var element))
        {
            return null;
        }

        var schema = SchemaOf(element, definitions);
        return elementType.IsValueType ? schema : OrNull(schema);
    }

    private static JObject? OrNull(JObject? schema) => schema is null ? null : SchemaDefinitions.OrNull(schema);

    private static JObject? Of(string type, string keyword, JObject? element) => element is null ? null : new JObject { ["type"] = type, [keyword] = element };
}
#endif
