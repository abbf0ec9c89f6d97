namespace Plannr.SpecGate.Modeling;

/// <summary>The types that generated code names without their namespaces: one of the contract's would hide them.</summary>
internal static class RuntimeTypes
{
    public static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "ApiClient", "ApiFile", "ApiOperation", "ApiRequest", "ApiResponse", "ArgumentException", "ArgumentNullException", "CancellationToken",
        "DateOnly", "DateTimeOffset", "Dictionary", "DiscriminatorConverter", "EqualityComparer", "ExtensibleEnumConverter", "FieldEncoding", "Guid",
        "HttpClient", "HttpRequestException", "IDictionary", "IEnumerable", "IEquatable", "IExtensibleEnumeration", "IJsonObject", "IList", "IsKnown", "JToken", "JTokenType",
        "JsonConverter", "JsonConverterAttribute", "JsonExtensionData", "JsonExtensionDataAttribute", "JsonFormats", "JsonIgnore", "JsonIgnoreAttribute", "JsonMembers",
        "JsonProperty", "JsonPropertyAttribute", "KnownSubtype", "KnownSubtypeAttribute", "List", "Object", "Obsolete", "ObsoleteAttribute",
        "OperationCanceledException", "ParameterStyle", "PlannrApiException", "PlannrJson", "ReadOnly", "ReadOnlyAttribute", "String", "System",
        "Task", "Union", "UnionConverter", "Uri",
    };
}
