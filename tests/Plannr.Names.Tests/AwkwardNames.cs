namespace Plannr.Names.Tests;

/// <summary>Names that C#, .NET, the runtime, NSwag, NJsonSchema, Newtonsoft.Json or Liquid treat specially.</summary>
internal static class AwkwardNames
{
    private const string Keywords = """
        abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double dynamic else enum
        event explicit extern false field file finally fixed float for foreach get global goto if implicit in init int interface internal is lock long
        managed nameof namespace new nint notnull null object operator out override params partial private protected public readonly record ref required
        return sbyte scoped sealed set short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unmanaged unsafe
        ushort using value var virtual void volatile when where while with yield _ __arglist
        """;

    // Namespaces, types and attributes that generated code, its base classes or the compiler use.
    private const string Types = """
        System Microsoft Newtonsoft Plannr Generated Runtime Json Linq Http Net Threading Tasks Collections Generic Globalization ComponentModel
        Action ApiClient ApiException ApiFile ApiObject ApiOperation ApiRequest ApiResponse ArgumentException ArgumentNullException Array Attribute Boolean Byte
        CallerArgumentExpression CancellationToken Client Console CultureInfo DateOnly DateTime DateTimeOffset Decimal Default Delegate Dictionary
        Double Enum Enumerable Environment EqualityComparer ErrorFormat Exception ExtensibleEnumConverter ExtensibleObject FieldEncoding FieldVisitor File Func Guid
        HttpClient HttpRequestException HttpResponseMessage ICollection IDictionary IEnumerable IEquatable IExtensibleEnumeration IList
        IReadOnlyList Index Int32 Int64 InvalidOperationException IsExternalInit JArray JObject JsonConverter JsonConverterAttribute JsonException
        JsonExtensionData JsonExtensionDataAttribute JsonFormat JsonFormats JsonIgnore JsonMember JsonMembers JsonProperty JsonPropertyAttribute JToken
        JTokenType JValue JsonObjectConverter List Math MemberInfo NotNull Nullable NullableFormats NullableReferenceFormats Object Obsolete
        ObsoleteAttribute OperationCanceledException ParameterStyle PlannrApiException PlannrJson Program Range ReadOnly ReadOnlyAttribute ReadOnlyCollection
        Stream String StringBuilder SystemTextJsonEnumerationConverter SystemTextJsonObjectConverter SystemTextJsonUnionConverter Task TError Thread TimeSpan T TResult TValue Tuple Type Union UnionConverter Uri ValueTask ValueType Version Void
        """;

    // Types that NSwag or NJsonSchema generate, skip or rename.
    private const string Generators = """
        Anonymous Anonymous2 DateFormatConverter FileParameter FileResponse JsonExceptionConverter JsonInheritanceAttribute JsonInheritanceConverter
        JsonInheritanceConverterAttribute JsonSerializable ObjectResponseResult Response SwaggerException SwaggerResponse
        """;

    // Members of every object, of records, of generated classes, and of the clients' base class.
    private const string Members = """
        Equals Finalize GetHashCode GetType MemberwiseClone ReferenceEquals ToString TryParse PrintMembers Clone Deconstruct EqualityContract Item Dispose op_Equality
        op_Implicit AdditionalProperties _additionalProperties additionalProperties _set _members SetProperties OtherProperties VisitField AsJson As AsValue Members Properties Specified Value Values get_Value
        MaxResponseBytes ErrorConverter DriftObserver KeepsResponseBodies Send SendAsync SendForText SendForFile ReceiveAsync Prefix HttpClient_ Server ListOperation List ListWithResponse
        ListWithResponseAsync ListAsync ListAsyncAsync Operation WithResponse WithResponseAsync Async Create _Value members
        """;

    // Variables of the generated methods, lambdas and setters.
    private const string Variables = "body cancellationToken httpClient json o other response request server value";

    // Special characters, and special words of JSON readers, OpenAPI and Liquid.
    private static readonly string[] Signs =
    [
        "", " ", "*", "***", "@", "@type", "$", "$ref", "$id", "$type", "$values", "$schema", "#", "/", "//", "~", "\\", "\"", "'", "`", "<T>", "</summary>", "<!--", "&amp;", "%", "%s",
        "{{ x }}", "{% raw %}", "{0}", "a{b", "a b", "a-b", "a_b", "a.b", "a[b]", "a[]", "1", "1st", "-1", "+1", "1.0", "x-name", "x-type", "größe", "ß", "ǆ", "名前", "имя", "e\u0301", "\u200d",
        "😀", "a\tb", "a\nb", "a\u2028b", "\u0085", "__proto__", "constructor", "prototype", "allOf", "type", "format", "nullable", "properties", "required", "title", "example",
        "definitions", "discriminator", "undefined", "NaN", "nil", "empty", "blank", "true", "False", "Null", "on", "no",
    ];

    /// <summary>Gets the names for types and members. Keywords are not among them, because types and members start with a capital letter.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Words(Types), .. Words(Generators), .. Words(Members), .. Words(Variables), .. Signs];

    /// <summary>Gets the names for arguments, which start with a lowercase letter. The empty name is not among them, because the gate refuses it.</summary>
    public static IReadOnlyList<string> OfArguments { get; } = [.. Words(Keywords), .. Words(Variables), .. Signs.Where(s => s.Length > 0)];

    /// <summary>Gets the names that OpenAPI allows as keys of components.</summary>
    public static IReadOnlyList<string> OfComponents { get; } = [.. All.Where(n => n.Length > 0 && n.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))];

    /// <summary>Gets the names for methods, with a capital letter. None ends in WithResponse, like the second method of each operation does.</summary>
    public static IReadOnlyList<string> OfMethods { get; } = [.. WithCapital().Where(n => !n.EndsWith("WithResponse", StringComparison.Ordinal))];

    /// <summary>Gets the names for clients, with a capital letter. None conflicts with the classes ApiClient and HttpClient, or with the interface of another client.</summary>
    public static IReadOnlyList<string> OfGroups { get; } = [.. WithCapital().Where(n => n is not ("Api" or "Http") && !WithCapital().Contains("I" + n))];

    private static IEnumerable<string> WithCapital()
        => All.Where(n => n.Length > 0 && n.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(n[0])).Select(n => char.ToUpperInvariant(n[0]) + n[1..]).Distinct();

    private static string[] Words(string text) => text.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
