#if NET
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;

namespace Plannr.Generated;

/// <summary>
/// Creates JSON schemas for the types of a contract, for applications that describe their own API with OpenAPI. System.Text.Json
/// creates only empty schemas for types with a converter. Available only on net10.0.
/// </summary>
public static class PlannrJsonSchema
{
    /// <summary>
    /// Creates a JSON schema, in the dialect of OpenAPI 3.1, for the JSON that System.Text.Json writes for a type of the contract. The
    /// schema is as permissive as the type: no property is required, null is allowed where C# allows it, an enumeration allows any value
    /// of its type, and a union allows any JSON except null. This method does not use reflection.
    /// </summary>
    /// <param name="type">The metadata of the type. In a schema transformer of ASP.NET Core, this is <c>context.JsonTypeInfo</c>.</param>
    /// <param name="referencePrefix">
    /// The prefix of a class's name in a reference, such as <c>#/components/schemas/</c> for OpenAPI. The default refers to <c>$defs</c>
    /// in the schema itself.
    /// </param>
    /// <param name="name">Returns the name of a class in the schema. The default, null, uses <see cref="System.Reflection.MemberInfo.Name"/>.</param>
    /// <returns>
    /// The schema, with the schemas of the classes that it refers to in <c>$defs</c>. Null if <paramref name="type"/> is not a class,
    /// union or enumeration of a contract, or a list or dictionary of those.
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
