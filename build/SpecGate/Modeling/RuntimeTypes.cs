namespace Plannr.SpecGate.Modeling;

/// <summary>Names that a type of the contract cannot have.</summary>
internal static class RuntimeTypes
{
    // A member cannot have the name of its type.
    private static readonly string[] MembersOfClasses = ["AdditionalProperties", "VisitField"];
    private static readonly string[] MembersOfEnumerations = ["Value", "Equals", "GetHashCode", "ToString", "TryParse", "PrintMembers"];

    /// <summary>
    /// The types that generated code names without their namespaces: one of the contract's would hide them. NSwag takes Exception
    /// for .NET's.
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

    /// <summary>The name that a type takes: the wanted one, unless a member that every type of its kind has is called so.</summary>
    public static string Avoid(string wanted, SchemaKind kind)
        => (kind == SchemaKind.Enum ? MembersOfEnumerations : MembersOfClasses).Contains(wanted) ? wanted + "Model" : wanted;
}
