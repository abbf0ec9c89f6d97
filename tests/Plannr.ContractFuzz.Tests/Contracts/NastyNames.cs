namespace Plannr.ContractFuzz.Tests.Contracts;

/// <summary>Names that C#, the runtime, NSwag, Liquid, XML or YAML may misinterpret.</summary>
internal static class NastyNames
{
    /// <summary>Gets names of JSON properties, enumeration values and query parameters, which may be any text.</summary>
    public static IReadOnlyList<string> Any { get; } =
    [
        "class", "event", "field", "record", "async", "await", "var", "nameof", "value", "string", "object", "null", "true", "this", "base", "default", "new", "_", "__",
        "Equals", "GetType", "ToString", "TryParse", "GetHashCode", "Finalize", "MemberwiseClone", "ReferenceEquals", "Members", "Item", "Clone", "PrintMembers", "EqualityContract",
        "get_Name", "set_Name", "op_Equality", "Value", "Json", "Create", "CompareTo", "additionalProperties", "AdditionalProperties", "_additionalProperties",
        "name", "Name", "NAME", "nameSpecified", "NameSpecified", "id", "Id", "ID", "i_d", "type", "$type", "$ref", "$id", "@type", "@id", "#", "a", "A", "a2", "a_2", "A2",
        "", " ", "  ", "a b", "a-b", "a_b", "a.b", "a/b", "a~b", "a~1b", "a[b]", "a[]", "a{b}", "%20", "+1", "-1", "1", "1st", "2024-01-01", "1e3", "0x10", "<=", ">=", "<>", "=", "!",
        "*", "*/", "//", "/*", "\"", "'", "`", "\\", "\\n", "a\"b", "a\\b", "a\nb", "a\tb", "a\rb", "</summary>", "<b>", "&amp;", "]]>", "{{x}}", "{% if %}", "{0}", "$\"",
        "é", "ß", "ÄÖÜ", "名前", "имя", "ǆ", "ı", "İ", "e\u0301", "\u200b", "\u2028", "\u00a0", "😀", "𝒜", "ª", "²", "Ⅷ", "yes", "no", "on", "~", "- a", "a: b", "# a", "? a", "!a", "&a", "*a", "|", ">", "%a",
        "constructor", "__proto__", "cancellationToken", "response", "body", "request", "result", "format", "JToken", "IList", "Task", "Uri", "Guid", "System", "Newtonsoft", "Plannr",
    ];

    /// <summary>Gets names of components, for which OpenAPI allows letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
    public static IReadOnlyList<string> Component { get; } =
    [
        "Exception", "Task", "List", "String", "Object", "System", "Guid", "Uri", "Date", "DateOnly", "DateTime", "DateTimeOffset", "TimeSpan", "Type", "Enum", "Attribute", "Action", "Func", "Nullable",
        "Int32", "Int64", "Double", "Decimal", "Boolean", "Byte", "Char", "Void", "Math", "Console", "Stream", "File", "FileResponse", "FileParameter", "ApiException", "SwaggerException", "ErrorResponse", "ProblemDetails",
        "ApiClient", "ApiFile", "ApiRequest", "ApiResponse", "ApiOperation", "ApiError", "PlannrJson", "PlannrApiException", "JsonFormats", "JsonFormat", "JsonMembers", "JsonMember", "ApiObject", "ExtensibleObject", "FieldVisitor", "Union", "ParameterStyle", "FieldEncoding",
        "JToken", "JObject", "JTokenType", "JsonProperty", "JsonIgnore", "JsonConverter", "IList", "IDictionary", "Dictionary", "IEnumerable", "HttpClient", "CancellationToken", "ArgumentException", "Obsolete", "ReadOnly", "KnownSubtype",
        "Plannr", "Newtonsoft", "Fuzz", "Generated", "Runtime", "class", "object", "string", "int", "event", "record", "field", "value", "dynamic", "nint", "async", "_", "__", "-", ".", "a-b", "a.b", "a_b", "A_B", "aB", "AB", "1", "1st", "2D", "thing", "Thing", "THING", "ThingModel", "Thing2",
        "Members", "Value", "Any", "Anonymous", "Response", "Body", "Item", "Equals", "ToString", "Specified", "NameSpecified", "Things", "ThingsClient", "IThingsClient", "IThings", "TwinClient", "EventArgs", "Lazy", "Tuple", "ValueTuple", "Index", "Range", "Delegate",
    ];

    /// <summary>Gets names of operations, of the form <c>Group_Method</c>.</summary>
    public static IReadOnlyList<string> Operation { get; } =
    [
        "Things_Get", "Things_GetAsync", "Things_GetWithResponse", "Things_Equals", "Things_ToString", "Things_GetType", "Things_GetHashCode", "Things_MemberwiseClone", "Things_Finalize", "Things_ReferenceEquals",
        "Things_SendAsync", "Things_Send", "Things_SendForText", "Things_SendForFile", "Things_MaxResponseBytes", "Things_ErrorConverter", "Things_DriftObserver", "Things_Things", "Things_ThingsClient", "Things_Client", "Things_Class", "Things_String",
        "Api_Get", "Http_Get", "Task_Get", "System_Get", "Class_Get", "IThings_Get", "I_Get", "Plannr_Get", "Twin_Get", "TWIN_Get", "Twin_GET", "Twin_Convert", "Twin_ConvertAsync", "Object_Get", "Exception_Get",
    ];

    /// <summary>Gets names of headers. HTTP does not allow the last three.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "X-Class", "class", "X-1", "1", "X_Under", "x.dot", "Content-Language", "Content-MD5", "Accept", "Authorization", "Content-Type", "Accept-Language", "User-Agent", "Referer", "Date", "If-Match", "If-None-Match", "Range", "From", "Via",
        "X-!#$%&'*+-.^_`|~", "X Space", "X-é", "X:",
    ];
}
