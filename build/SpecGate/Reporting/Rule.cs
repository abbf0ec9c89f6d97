using System.Reflection;

namespace Plannr.SpecGate.Reporting;

/// <summary>
/// A rule that contracts are checked against. A rule is an error if code for the contract would not compile, would be wrong or would
/// be ambiguous. Otherwise it is a warning. The table of rules in build/SpecGate/README.md lists all of them.
/// </summary>
/// <param name="Code">The code, which names the rule in findings.</param>
/// <param name="IsError">Whether a finding stops the build.</param>
/// <param name="Summary">What is wrong with the contract.</param>
/// <param name="Reason">Why it is an error, or what the generated code does in spite of it.</param>
internal sealed record Rule(string Code, bool IsError, string Summary, string Reason)
{
    // The document.
    public static readonly Rule Missing = Error("OAS001", "The contract is missing or empty.", "There is nothing to generate.");
    public static readonly Rule Syntax = Error("OAS004", "The text is not YAML or JSON.", "The contract cannot be read.");
    public static readonly Rule DuplicateKey = Error("OAS005", "A key stands twice in an object.", "Either of the two values may be meant.");
    public static readonly Rule Version = Error("OAS006", "The document is not OpenAPI 3.0, 3.1 or 3.2.", "Other versions mean other things by the same keys.");
    public static readonly Rule NewerKeyword = Warning("OAS007", "A keyword belongs to OpenAPI 3.1, and the document is OpenAPI 3.0.", "OpenAPI 3.0 ignores it, and so does the code.");
    public static readonly Rule UnknownKey = Error("OAS008", "A key is unknown at its place, and within two letters of a known one, or within one if it is short.", "The author most likely meant the known key, without which the code is wrong.");
    public static readonly Rule WrongKind = Error("OAS009", "A value is of the wrong kind.", "What the author meant is unknown.");
    public static readonly Rule RequiredKey = Error("OAS010", "A required key is missing that the code depends on.", "A parameter without a name cannot be sent, for example.");
    public static readonly Rule Unresolved = Error("OAS011", "A `$ref` leads nowhere, here or in another file.", "The type that it stands for is unknown.");
    public static readonly Rule ReferenceSibling = Warning("OAS012", "Something stands beside a `$ref`, where it is ignored.", "OpenAPI 3.0 ignores it, and so does the code. One finding for each document.");
    public static readonly Rule TooLarge = Error("OAS013", "The document is nested too deeply, or is too large.", "The gate and NSwag would run out of time or memory.");
    public static readonly Rule ComponentName = Warning("OAS014", "The name of a component holds other characters than letters, digits, `.`, `-` and `_`.", "The type's name is made of the characters that C# allows.");
    public static readonly Rule NotBundled = Error("OAS015", "The document has a `$ref` that only bundlers follow: to the web, or where OpenAPI allows none.", "What it stands for is not part of the document.");

    // Paths and operations.
    public static readonly Rule OperationIdMissing = Warning("OAS020", "An operation has no `operationId`; its name is derived.", "The method has a name made of tag or path, and HTTP method.");
    public static readonly Rule OperationIdDuplicate = Warning("OAS021", "Two operations have the same `operationId`.", "The methods have names made of HTTP methods and paths.");
    public static readonly Rule OperationIdForm = Warning("OAS022", "An `operationId` does not have the form `Group_Method`; the name is derived.", "The class is named after the tag or the path, the method after the `operationId`.");
    public static readonly Rule PathParameterUndeclared = Warning("OAS023", "A placeholder of a path has no parameter.", "The method has a required `string` argument for it.");
    public static readonly Rule PathParameterUnused = Warning("OAS024", "A path parameter has no placeholder in the path.", "It cannot be sent, so the method has no argument for it.");
    public static readonly Rule PathParameterOptional = Warning("OAS025", "A path parameter is not `required: true`.", "The argument is required: a path cannot do without it.");
    public static readonly Rule ParameterDuplicate = Error("OAS026", "Two parameters of a list have the same name and place, but are sent differently.", "Either of the two may be meant.");
    public static readonly Rule PathDuplicate = Warning("OAS027", "Two paths differ only in the names of their placeholders.", "The operations of both are generated, each with its own path.");
    public static readonly Rule PathForm = Warning("OAS028", "A path does not start with `/`, or holds a query or a fragment.", "The slash is added. The query is sent ahead of the query parameters, the fragment is not sent.");
    public static readonly Rule NoSuccess = Warning("OAS029", "An operation has no success response.", "Every 2xx is a success: with the result of `default`, if that is no error, or else without one. So is a documented 3xx.");
    public static readonly Rule StatusForm = Warning("OAS030", "A response is not under a status code, a range such as `4XX`, or `default`.", "`4xx` is read as `4XX`; any other key is ignored.");
    public static readonly Rule SecurityUndefined = Warning("OAS031", "A security requirement names no security scheme.", "The code does not depend on security schemes.");
    public static readonly Rule ServerVariable = Warning("OAS032", "A server's URL has a variable that is not defined, or a definition that is not used.", "A URL with an undefined variable is no default: the caller sets the base address.");

    // Schemas.
    public static readonly Rule ArrayItems = Warning("OAS040", "An array has no `items`.", "Its elements may be any JSON.");
    public static readonly Rule UnknownType = Error("OAS041", "A `type` is unknown, and within two letters of a known one.", "The author most likely meant the known type.");
    public static readonly Rule EnumMisfit = Warning("OAS042", "An `enum` value does not fit its schema.", "A value of another type is no member. If none is left, the type is that without `enum`.");
    public static readonly Rule DefaultMisfit = Warning("OAS043", "A `default` does not fit its schema.", "The documentation leaves it out. The client never sends defaults.");
    public static readonly Rule ExampleMisfit = Warning("OAS044", "An example does not fit its schema.", "The code does not depend on examples.");
    public static readonly Rule NullableWithoutType = Warning("OAS045", "`nullable` stands without a `type`, where it says nothing.", "It is honored: the C# type is nullable, which loses nothing.");
    public static readonly Rule Pattern = Warning("OAS046", "A `pattern` is not a regular expression.", "Values are the server's to judge.");
    public static readonly Rule Range = Warning("OAS047", "A minimum is above its maximum.", "Values are the server's to judge.");
    public static readonly Rule EnumTexts = Warning("OAS048", "Names or descriptions of an `enum` do not fit its values.", "They are ignored; the members are named after their values.");

    // What the rest of the build cannot do.
    public static readonly Rule NotGenerated = Error("OAS060", "The templates cannot generate the construct.", "Code for it would be wrong.");
    public static readonly Rule NotRead = Warning("OAS061", "Microsoft.OpenApi cannot read the document, in which no other rule finds anything.", "Other tools may fail; the code does not depend on it.");
    public static readonly Rule LeftOut = Warning("OAS062", "An operation or a type that the templates cannot generate is left out, because the project says `OnUnsupported=\"Skip\"`.", "The rest of the code does not depend on it.");

    // What could be better.
    public static readonly Rule NoDescription = Warning("OAS101", "A description or summary is missing.", "The documentation of the code says less.");
    public static readonly Rule NoClientError = Warning("OAS102", "An operation documents no 4xx response, and no `default`.", "An error response is an exception without a type for its body.");
    public static readonly Rule Unused = Warning("OAS103", "A component is not used.", "A schema that is not used is a type all the same.");
    public static readonly Rule RequiredUndefined = Warning("OAS104", "A required property is not defined.", "It is one of the class's additional properties.");
    public static readonly Rule PathAmbiguous = Warning("OAS105", "Two paths match the same URL.", "Which operation answers is the server's to decide.");
    public static readonly Rule NoExample = Warning("OAS106", "A success response has no example.", "The code does not depend on examples.");
    public static readonly Rule BreaksRelease = Warning("OAS107", "The contract breaks its last release (`released/`) without a new major version.", "The code is right for the new contract.");
    public static readonly Rule NotChecked = Warning("OAS108", "A value could not be checked against its schema.", "The code does not depend on these values.");
    public static readonly Rule OlderKeyword = Warning("OAS112", "A keyword belongs to OpenAPI 3.0, and the document is of a later version.", "It is honored: it means what it meant in OpenAPI 3.0.");
    public static readonly Rule SequenceItems = Warning("OAS113", "The items of a sequential media type (`itemSchema`) are not read.", "The body is read and sent as a whole, as a file or a text.");
    public static readonly Rule Simplified = Warning("OAS115", "Something is generated in a simpler form than the contract describes, because C# or NSwag cannot say it.", "The simpler form holds every value that the contract allows.");

    // What is read as it is most likely meant, or ignored because the code does not depend on it.
    public static readonly Rule OtherKey = Warning("OAS120", "A key is unknown at its place, is like no known one, and is no extension (`x-...`).", "It is ignored, as all of OpenAPI's readers do.");
    public static readonly Rule OtherKind = Warning("OAS121", "A value is of the wrong kind, but its meaning is plain, or the code does not depend on it.", "A number or a date is read as its text, nothing as a missing key or an empty object; anything else is ignored.");
    public static readonly Rule RequiredForReaders = Warning("OAS122", "A required key is missing that the code does not depend on.", "It is documentation, or counts as empty.");
    public static readonly Rule UnresolvedForReaders = Warning("OAS123", "A `$ref` leads nowhere, where the code does not depend on it, such as that of an example.", "It is ignored.");
    public static readonly Rule ParameterRepeated = Warning("OAS124", "A parameter stands twice in a list, and is sent in the same way both times.", "The method has one argument for it.");
    public static readonly Rule OtherType = Warning("OAS125", "A `type` is unknown, and is like no known one.", "The value may be any JSON.");

    /// <summary>All rules, in the order of their codes.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. typeof(Rule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Rule>().OrderBy(r => r.Code, StringComparer.Ordinal)];

    /// <summary>The severity, as MSBuild writes it.</summary>
    public string Severity => IsError ? "error" : "warning";

    private static Rule Error(string code, string summary, string reason) => new(code, IsError: true, summary, reason);

    private static Rule Warning(string code, string summary, string reason) => new(code, IsError: false, summary, reason);
}
