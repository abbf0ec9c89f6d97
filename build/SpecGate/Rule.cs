using System.Reflection;

namespace Plannr.SpecGate;

/// <summary>
/// A rule that contracts are checked against. A rule is an error if code for the contract would not compile, would be wrong or would
/// be ambiguous. Otherwise it is a warning. The table of rules in build/README.md lists all of them.
/// </summary>
/// <param name="Code">The code that names the rule in findings.</param>
/// <param name="IsError">Whether a finding stops the build.</param>
/// <param name="Summary">What is wrong with the contract.</param>
/// <param name="Reason">Why the rule is an error, or what the generated code does despite a finding.</param>
internal sealed record Rule(string Code, bool IsError, string Summary, string Reason)
{
    // The document.
    public static readonly Rule Missing = Error("OAS001", "The contract is missing or empty.", "There is nothing to generate.");
    public static readonly Rule Syntax = Error("OAS004", "The text is not YAML or JSON.", "The contract cannot be read.");
    public static readonly Rule DuplicateKey = Error("OAS005", "An object has the same key twice.", "It is unclear which value is meant.");
    public static readonly Rule Version = Error("OAS006", "The document is not OpenAPI 3.0, 3.1 or 3.2.", "In other versions, the same keys have other meanings.");
    public static readonly Rule NewerKeyword = Warning("OAS007", "A keyword belongs to OpenAPI 3.1, but the document is OpenAPI 3.0.", "OpenAPI 3.0 ignores it, and so does the code.");
    public static readonly Rule UnknownKey = Error("OAS008", "A key is unknown, but differs from a known key in at most two letters, or in one if it is short.", "It is most likely a misspelling, and ignoring the key would make the code wrong.");
    public static readonly Rule WrongKind = Error("OAS009", "A value has the wrong type.", "It is unclear which value is meant.");
    public static readonly Rule RequiredKey = Error("OAS010", "A required key that the code depends on is missing.", "A parameter without a name cannot be sent, for example.");
    public static readonly Rule Unresolved = Error("OAS011", "The target of a `$ref` does not exist, in this file or in another.", "The type that it refers to is unknown.");
    public static readonly Rule ReferenceSibling = Warning("OAS012", "A key is beside a `$ref`, where it is ignored.", "OpenAPI 3.0 ignores it, and so does the code. Each document has one finding for all such keys.");
    public static readonly Rule TooLarge = Error("OAS013", "The document is nested too deeply, or is too large.", "The gate and NSwag would run out of time or memory.");
    public static readonly Rule ComponentName = Warning("OAS014", "The name of a component contains characters other than letters, digits, `.`, `-` and `_`.", "The type's name contains only the characters that C# allows.");
    public static readonly Rule NotBundled = Error("OAS015", "The document has a `$ref` that only bundlers follow: to the web, or at a place where OpenAPI does not allow one.", "The target is not part of the document.");

    // Paths and operations.
    public static readonly Rule OperationIdMissing = Warning("OAS020", "An operation has no `operationId`; its name is derived.", "The method is named after the tag or the path, and the HTTP method.");
    public static readonly Rule OperationIdDuplicate = Warning("OAS021", "Two operations have the same `operationId`.", "The methods are named after HTTP method and path.");
    public static readonly Rule OperationIdForm = Warning("OAS022", "An `operationId` does not have the form `Group_Method`; the name is derived.", "The class is named after the tag or the path, and the method after the `operationId`.");
    public static readonly Rule PathParameterUndeclared = Warning("OAS023", "A placeholder of a path has no parameter.", "The method has a required `string` argument for it.");
    public static readonly Rule PathParameterUnused = Warning("OAS024", "A path parameter has no placeholder in the path.", "It cannot be sent, so the method has no argument for it.");
    public static readonly Rule PathParameterOptional = Warning("OAS025", "A path parameter is not `required: true`.", "The argument is required, because each placeholder needs a value.");
    public static readonly Rule ParameterDuplicate = Error("OAS026", "A list has two parameters with the same name and location that are sent differently.", "It is unclear which parameter is meant.");
    public static readonly Rule PathDuplicate = Warning("OAS027", "Two paths differ only in the names of their placeholders.", "The operations of both are generated, each with its own path.");
    public static readonly Rule PathForm = Warning("OAS028", "A path does not start with `/`, or contains a query or a fragment.", "The slash is added. The query is sent before the query parameters. The fragment is not sent.");
    public static readonly Rule NoSuccess = Warning("OAS029", "An operation has no success response.", "Every 2xx is a success, with the result of `default` unless `default` is an error. A documented 3xx is a success too.");
    public static readonly Rule StatusForm = Warning("OAS030", "The key of a response is not a status code, a range such as `4XX`, or `default`.", "`4xx` is read as `4XX`; any other key is ignored.");
    public static readonly Rule SecurityUndefined = Warning("OAS031", "A security requirement names a security scheme that is not defined.", "The code does not depend on security schemes.");
    public static readonly Rule ServerVariable = Warning("OAS032", "A server's URL has a variable that is not defined, or a definition that is not used.", "A URL with an undefined variable is not the default base address; the caller must set one.");

    // Schemas.
    public static readonly Rule ArrayItems = Warning("OAS040", "An array has no `items`.", "Its elements may be any JSON.");
    public static readonly Rule UnknownType = Error("OAS041", "A `type` is unknown, but differs from a known type in at most two letters.", "It is most likely a misspelling.");
    public static readonly Rule EnumMisfit = Warning("OAS042", "An `enum` value does not fit its schema.", "Values of another type are left out. If none remains, the `enum` is ignored.");
    public static readonly Rule DefaultMisfit = Warning("OAS043", "A `default` does not fit its schema.", "The documentation leaves it out. The client never sends defaults.");
    public static readonly Rule ExampleMisfit = Warning("OAS044", "An example does not fit its schema.", "The code does not depend on examples.");
    public static readonly Rule NullableWithoutType = Warning("OAS045", "`nullable` is used without a `type`, where it has no meaning in OpenAPI 3.0.", "It is honored: the C# type is nullable.");
    public static readonly Rule Pattern = Warning("OAS046", "A `pattern` is not a regular expression.", "The client does not validate values.");
    public static readonly Rule Range = Warning("OAS047", "A minimum is above its maximum.", "The client does not validate values.");
    public static readonly Rule EnumTexts = Warning("OAS048", "Names or descriptions of an `enum` do not fit its values.", "They are ignored; the members are named after their values.");

    // Limits of the generator.
    public static readonly Rule NotGenerated = Error("OAS060", "The templates cannot generate the construct.", "Code for it would be wrong.");
    public static readonly Rule NotRead = Warning("OAS061", "Microsoft.OpenApi cannot read the document, although no other rule has a finding.", "Other tools may fail; the code does not depend on it.");
    public static readonly Rule LeftOut = Warning("OAS062", "An operation or a type that the templates cannot generate is left out, because the project sets `OnUnsupported=\"Skip\"`.", "The rest of the code does not depend on it.");

    // Suggestions.
    public static readonly Rule NoDescription = Warning("OAS101", "A description or summary is missing.", "The generated documentation lacks it.");
    public static readonly Rule NoClientError = Warning("OAS102", "An operation documents neither a 4xx response nor `default`.", "The exception for an error response has no type for the body.");
    public static readonly Rule Unused = Warning("OAS103", "A component is not used.", "An unused schema is generated all the same.");
    public static readonly Rule RequiredUndefined = Warning("OAS104", "A required property is not defined.", "It is one of the class's additional properties.");
    public static readonly Rule PathAmbiguous = Warning("OAS105", "Two paths match the same URL.", "The server decides which operation handles the request.");
    public static readonly Rule NoExample = Warning("OAS106", "A success response has no example.", "The code does not depend on examples.");
    public static readonly Rule BreaksRelease = Warning("OAS107", "The contract breaks its last release (`released/`) without a new major version.", "The code is correct for the new contract.");
    public static readonly Rule NotChecked = Warning("OAS108", "A value could not be checked against its schema.", "The code does not depend on these values.");
    public static readonly Rule OlderKeyword = Warning("OAS112", "A keyword belongs to OpenAPI 3.0, but the document has a later version.", "It is honored, with its meaning in OpenAPI 3.0.");
    public static readonly Rule SequenceItems = Warning("OAS113", "The items of a sequential media type (`itemSchema`) are not read.", "The body is read and sent as a whole, as a file or as text.");
    public static readonly Rule Simplified = Warning("OAS115", "The generated code is simpler than the contract, because C# or NSwag cannot express it.", "The simpler form holds every value that the contract allows.");

    // Mistakes with a plain meaning, and mistakes that the code does not depend on.
    public static readonly Rule OtherKey = Warning("OAS120", "A key is unknown, not similar to a known key, and not an extension (`x-...`).", "It is ignored, as by other OpenAPI tools.");
    public static readonly Rule OtherKind = Warning("OAS121", "A value has the wrong type, but its meaning is clear, or the code does not depend on it.", "A number or a date is read as text, and an empty value as a missing key or an empty object. Anything else is ignored.");
    public static readonly Rule RequiredForReaders = Warning("OAS122", "A required key that the code does not depend on is missing.", "It is documentation, or its value is taken to be empty.");
    public static readonly Rule UnresolvedForReaders = Warning("OAS123", "The target of a `$ref` does not exist, but the code does not depend on it, such as an example.", "It is ignored.");
    public static readonly Rule ParameterRepeated = Warning("OAS124", "A list has the same parameter twice, and both are sent in the same way.", "The method has one argument for it.");
    public static readonly Rule OtherType = Warning("OAS125", "A `type` is unknown, and not similar to a known type.", "The value may be any JSON.");

    /// <summary>Gets all rules, sorted by code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. typeof(Rule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Rule>().OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>Gets the severity in MSBuild's spelling.</summary>
    public string Severity => IsError ? "error" : "warning";

    private static Rule Error(string code, string summary, string reason) => new(code, IsError: true, summary, reason);

    private static Rule Warning(string code, string summary, string reason) => new(code, IsError: false, summary, reason);
}
