using Plannr.SpecGate.Modeling.Schemas;

namespace Plannr.SpecGate.Modeling.Names;

/// <summary>The names that types of the contract cannot have.</summary>
internal static class RuntimeTypes
{
    // A member cannot have the name of its type.
    private static readonly string[] MembersOfClasses = ["AdditionalProperties", "VisitField"];
    private static readonly string[] MembersOfEnumerations = ["Value", "Equals", "GetHashCode", "ToString", "TryParse", "PrintMembers"];

    /// <summary>
    /// The types that generated code uses without their namespaces. A type of the contract with the same name would hide them. NSwag
    /// treats every type named Exception as System.Exception.
    /// </summary>
    public static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "ApiClient", "ApiFile", "ApiObject", "ApiOperation", "ApiRequest", "ApiResponse", "ArgumentException", "ArgumentNullException", "CancellationToken",
        "DateOnly", "DateTimeOffset", "Dictionary", "EqualityComparer", "Exception", "ExtensibleEnumConverter", "ExtensibleObject", "FieldEncoding", "FieldVisitor", "Guid",
        "HttpClient", "HttpRequestException", "IDictionary", "IEnumerable", "IEquatable", "IExtensibleEnumeration", "IList", "IsKnown", "JToken", "JTokenType",
        "JsonConverter", "JsonConverterAttribute", "JsonExtensionData", "JsonExtensionDataAttribute", "JsonFormats", "JsonMembers",
        "JsonProperty", "JsonPropertyAttribute", "List", "Object", "Obsolete", "ObsoleteAttribute",
        "OperationCanceledException", "ParameterStyle", "PlannrApiException", "PlannrJson", "ReadOnly", "ReadOnlyAttribute", "SetProperties", "String", "System",
        "SystemTextJsonEnumerationConverter", "SystemTextJsonObjectConverter", "SystemTextJsonUnionConverter",
        "Task", "Union", "UnionConverter", "Uri",
    };

    /// <summary>Returns the name of a type: the preferred name, unless all types of its kind have a member with that name.</summary>
    public static string Avoid(string wanted, SchemaKind kind)
        => (kind == SchemaKind.Enum ? MembersOfEnumerations : MembersOfClasses).Contains(wanted) ? wanted + "Model" : wanted;
}
