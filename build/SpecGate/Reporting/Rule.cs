using System.Reflection;

namespace Plannr.SpecGate.Reporting;

/// <summary>
/// A rule that contracts are checked against. A rule is an error if code for the contract would not compile, would be wrong or would
/// be ambiguous. Otherwise it is a warning. The table of rules in build/SpecGate/README.md lists all of them.
/// </summary>
/// <param name="Code">The code, which names the rule in findings.</param>
/// <param name="IsError">Whether a finding stops the build.</param>
/// <param name="Summary">What is wrong with the contract.</param>
/// <param name="Reason">The reason for an error, or the effect of a warning on the generated code.</param>
internal sealed record Rule(string Code, bool IsError, string Summary, string Reason)
{
    // The document.
    public static readonly Rule Missing = Error("OAS001", "The contract is missing or empty.", "There is nothing to generate.");
    public static readonly Rule Syntax = Error("OAS004", "The document is neither YAML nor JSON.", "The contract cannot be read.");
    public static readonly Rule DuplicateKey = Error("OAS005", "An object has a duplicate key.", "It is ambiguous which value applies.");
    public static readonly Rule Version = Error("OAS006", "The document is not OpenAPI 3.0, 3.1 or 3.2.", "In other versions, the same keys have other meanings.");
    public static readonly Rule NewerKeyword = Warning("OAS007", "A keyword belongs to OpenAPI 3.1, but the document is OpenAPI 3.0.", "OpenAPI 3.0 ignores it, and so does the generated code.");
    public static readonly Rule UnknownKey = Error("OAS008", "A key is unknown, and differs from a known key by at most two letters, or by one if it is short.", "The author most likely meant the known key. Without it, the code would be wrong.");
    public static readonly Rule WrongKind = Error("OAS009", "A value has the wrong kind.", "The intended value is unknown.");
    public static readonly Rule RequiredKey = Error("OAS010", "A required key that the code depends on is missing.", "For example, a parameter without a name cannot be sent.");
    public static readonly Rule Unresolved = Error("OAS011", "The target of a `$ref` does not exist, in this or another document.", "The type that it refers to is unknown.");
    public static readonly Rule ReferenceSibling = Warning("OAS012", "A key beside a `$ref` is ignored.", "OpenAPI 3.0 ignores it, and so does the generated code. There is one finding for each document.");
    public static readonly Rule TooLarge = Error("OAS013", "The document is too large or nested too deeply.", "The gate and NSwag would run out of time or memory.");
    public static readonly Rule ComponentName = Warning("OAS014", "The name of a component contains characters other than letters, digits, `.`, `-` and `_`.", "The name of the type consists of the characters that C# allows.");
    public static readonly Rule NotBundled = Error("OAS015", "The document has a `$ref` that only bundlers follow: to the web, or at a place where OpenAPI does not allow one.", "Its target is not part of the document.");

    // Paths and operations.
    public static readonly Rule OperationIdMissing = Warning("OAS020", "An operation has no `operationId`.", "The names of the class and the method are derived from the tag, the path and the HTTP method.");
    public static readonly Rule OperationIdDuplicate = Warning("OAS021", "Two operations have the same `operationId`.", "The names of the methods are derived from HTTP methods and paths.");
    public static readonly Rule OperationIdForm = Warning("OAS022", "An `operationId` does not have the form `Group_Method`.", "The class is named after the tag or the path, and the method after the `operationId`.");
    public static readonly Rule PathParameterUndeclared = Warning("OAS023", "A placeholder in a path has no parameter.", "The method has a required `string` argument for it.");
    public static readonly Rule PathParameterUnused = Warning("OAS024", "A path parameter has no placeholder in the path.", "It cannot be sent, so the method has no argument for it.");
    public static readonly Rule PathParameterOptional = Warning("OAS025", "A path parameter is not `required: true`.", "The argument is required, because each placeholder needs a value.");
    public static readonly Rule ParameterDuplicate = Error("OAS026", "Two parameters of a list have the same name and location, but are sent in different ways.", "It is ambiguous which parameter applies.");
    public static readonly Rule PathDuplicate = Warning("OAS027", "Two paths differ only in the names of their placeholders.", "The operations of both are generated, each with its own path.");
    public static readonly Rule PathForm = Warning("OAS028", "A path does not start with `/`, or contains a query or a fragment.", "The slash is added. The query is sent before the query parameters, and the fragment is not sent.");
    public static readonly Rule NoSuccess = Warning("OAS029", "An operation has no success response.", "Every 2xx and every documented 3xx is a success. A 2xx has the result of `default`, unless `default` is an error.");
    public static readonly Rule StatusForm = Warning("OAS030", "The key of a response is not a status code, a range such as `4XX`, or `default`.", "`4xx` is read as `4XX`. Any other key is ignored.");
    public static readonly Rule SecurityUndefined = Warning("OAS031", "A security requirement names a security scheme that is not defined.", "The code does not depend on security schemes.");
    public static readonly Rule ServerVariable = Warning("OAS032", "The URL of a server has a variable that is not defined, or does not use a defined variable.", "A URL with an undefined variable cannot be the default, so the caller must set the base address.");

    // Schemas.
    public static readonly Rule ArrayItems = Warning("OAS040", "An array has no `items`.", "Its elements can be any JSON.");
    public static readonly Rule UnknownType = Error("OAS041", "A `type` is unknown, and differs from a known type by at most two letters.", "The author most likely meant the known type.");
    public static readonly Rule EnumMisfit = Warning("OAS042", "An `enum` value does not fit its schema.", "A value of another type has no member. If no value remains, the `enum` is ignored.");
    public static readonly Rule DefaultMisfit = Warning("OAS043", "A `default` does not fit its schema.", "The documentation omits it. The client never sends defaults.");
    public static readonly Rule ExampleMisfit = Warning("OAS044", "An example does not fit its schema.", "The code does not depend on examples.");
    public static readonly Rule NullableWithoutType = Warning("OAS045", "`nullable` has no `type` beside it, and therefore no meaning in OpenAPI 3.0.", "It is honored: the C# type is nullable, so no value is lost.");
    public static readonly Rule Pattern = Warning("OAS046", "A `pattern` is not a regular expression.", "The server validates values, not the client.");
    public static readonly Rule Range = Warning("OAS047", "A minimum exceeds its maximum.", "The server validates values, not the client.");
    public static readonly Rule EnumTexts = Warning("OAS048", "Names or descriptions of an `enum` do not fit its values.", "They are ignored. The members are named after their values.");

    // Constructs that later steps of the build cannot process.
    public static readonly Rule NotGenerated = Error("OAS060", "The templates cannot generate a construct.", "The code for it would be wrong.");
    public static readonly Rule NotRead = Warning("OAS061", "Microsoft.OpenApi cannot read the document, although no other rule has a finding.", "Other tools may fail. The code does not depend on Microsoft.OpenApi.");
    public static readonly Rule LeftOut = Warning("OAS062", "An operation or a type that the templates cannot generate is left out, because the project sets `OnUnsupported=\"Skip\"`.", "The rest of the code does not depend on it.");

    // Possible improvements.
    public static readonly Rule NoDescription = Warning("OAS101", "A description or summary is missing.", "The documentation of the code is incomplete.");
    public static readonly Rule NoClientError = Warning("OAS102", "An operation documents neither a 4xx response nor `default`.", "The exception for an error response has no typed body.");
    public static readonly Rule Unused = Warning("OAS103", "A component is not used.", "A type is generated even if its schema is not used.");
    public static readonly Rule RequiredUndefined = Warning("OAS104", "A required property is not defined.", "It becomes one of the additional properties of the class.");
    public static readonly Rule PathAmbiguous = Warning("OAS105", "Two paths match the same URL.", "The server decides which operation responds.");
    public static readonly Rule NoExample = Warning("OAS106", "A success response has no example.", "The code does not depend on examples.");
    public static readonly Rule BreaksRelease = Warning("OAS107", "The contract breaks its last release (`released/`) without a new major version.", "The generated code is correct for the new contract.");
    public static readonly Rule NotChecked = Warning("OAS108", "A value could not be checked against its schema.", "The code does not depend on these values.");
    public static readonly Rule OlderKeyword = Warning("OAS112", "A keyword belongs to OpenAPI 3.0, but the document has a later version.", "It is honored, with its meaning in OpenAPI 3.0.");
    public static readonly Rule SequenceItems = Warning("OAS113", "The items of a sequential media type (`itemSchema`) are not read.", "The body is read and sent as a whole, as a file or as text.");
    public static readonly Rule Simplified = Warning("OAS115", "A part is generated in a simpler form than the contract describes, because C# or NSwag cannot express it.", "The simpler form can contain every value that the contract allows.");

    // Mistakes that are read as the author most likely meant them, or ignored because the code does not depend on them.
    public static readonly Rule OtherKey = Warning("OAS120", "A key is unknown, is not similar to a known key, and is not an extension (`x-...`).", "It is ignored, as by all readers of OpenAPI.");
    public static readonly Rule OtherKind = Warning("OAS121", "A value has the wrong kind, but its meaning is clear, or the code does not depend on it.", "A number or a date is read as text, and a missing value as a missing key or an empty object. Anything else is ignored.");
    public static readonly Rule RequiredForReaders = Warning("OAS122", "A required key that the code does not depend on is missing.", "It is documentation, or is read as empty.");
    public static readonly Rule UnresolvedForReaders = Warning("OAS123", "The target of a `$ref` does not exist, but the code does not depend on it, such as on an example.", "It is ignored.");
    public static readonly Rule ParameterRepeated = Warning("OAS124", "A parameter is repeated in a list, and is sent in the same way both times.", "The method has one argument for it.");
    public static readonly Rule OtherType = Warning("OAS125", "A `type` is unknown, and is not similar to a known type.", "The value can be any JSON.");

    /// <summary>All rules, in the order of their codes.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. typeof(Rule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Rule>().OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>The severity, as MSBuild writes it.</summary>
    public string Severity => IsError ? "error" : "warning";

    private static Rule Error(string code, string summary, string reason) => new(code, IsError: true, summary, reason);

    private static Rule Warning(string code, string summary, string reason) => new(code, IsError: false, summary, reason);
}
