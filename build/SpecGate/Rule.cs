using System.Reflection;

namespace Plannr.SpecGate;

/// <summary>A rule that a contract is held against. The table of build/README.md is made of these.</summary>
internal sealed record Rule(string Code, bool IsError, string Summary)
{
    // The document.
    public static readonly Rule Missing = Error("OAS001", "The contract is missing or empty.");
    public static readonly Rule Syntax = Error("OAS004", "The text is not YAML or JSON.");
    public static readonly Rule DuplicateKey = Error("OAS005", "A key stands twice in an object.");
    public static readonly Rule Version = Error("OAS006", "The document is not OpenAPI 3.0, 3.1 or 3.2.");
    public static readonly Rule NewerKeyword = Error("OAS007", "A keyword belongs to OpenAPI 3.1, and the document is OpenAPI 3.0.");
    public static readonly Rule UnknownKey = Error("OAS008", "A key is unknown at its place, and no extension (`x-...`).");
    public static readonly Rule WrongKind = Error("OAS009", "A value is of the wrong kind.");
    public static readonly Rule RequiredKey = Error("OAS010", "A required key is missing.");
    public static readonly Rule Unresolved = Error("OAS011", "A `$ref` leads nowhere, here or in another file.");
    public static readonly Rule ReferenceSibling = Error("OAS012", "Something stands beside a `$ref`, where it is ignored.");
    public static readonly Rule TooLarge = Error("OAS013", "The document is nested too deeply, or is too large.");
    public static readonly Rule ComponentName = Error("OAS014", "The name of a component holds other characters than letters, digits, `.`, `-` and `_`.");

    // Paths and operations.
    public static readonly Rule OperationIdMissing = Warning("OAS020", "An operation has no `operationId`; its name is derived.");
    public static readonly Rule OperationIdDuplicate = Warning("OAS021", "Two operations have the same `operationId`.");
    public static readonly Rule OperationIdForm = Warning("OAS022", "An `operationId` does not have the form `Group_Method`; the name is derived.");
    public static readonly Rule PathParameterUndeclared = Error("OAS023", "A placeholder of a path has no parameter.");
    public static readonly Rule PathParameterUnused = Error("OAS024", "A path parameter has no placeholder in the path.");
    public static readonly Rule PathParameterOptional = Error("OAS025", "A path parameter is not `required: true`.");
    public static readonly Rule ParameterDuplicate = Error("OAS026", "A parameter stands twice in a list.");
    public static readonly Rule PathDuplicate = Error("OAS027", "Two paths differ only in the names of their placeholders.");
    public static readonly Rule PathForm = Error("OAS028", "A path does not start with `/`, or holds a query or a fragment.");
    public static readonly Rule NoSuccess = Warning("OAS029", "An operation has no success response.");
    public static readonly Rule StatusForm = Error("OAS030", "A response is not under a status code, a range such as `4XX`, or `default`.");
    public static readonly Rule SecurityUndefined = Error("OAS031", "A security requirement names no security scheme.");
    public static readonly Rule ServerVariable = Error("OAS032", "A server's URL has a variable that is not defined, or a definition that is not used.");

    // Schemas.
    public static readonly Rule ArrayItems = Error("OAS040", "An array has no `items`.");
    public static readonly Rule UnknownType = Error("OAS041", "A `type` is unknown.");
    public static readonly Rule EnumMisfit = Error("OAS042", "An `enum` value does not fit its schema.");
    public static readonly Rule DefaultMisfit = Error("OAS043", "A `default` does not fit its schema.");
    public static readonly Rule ExampleMisfit = Error("OAS044", "An example does not fit its schema.");
    public static readonly Rule NullableWithoutType = Warning("OAS045", "`nullable` stands without a `type`, where it says nothing.");
    public static readonly Rule Pattern = Error("OAS046", "A `pattern` is not a regular expression.");
    public static readonly Rule Range = Error("OAS047", "A minimum is above its maximum.");
    public static readonly Rule EnumTexts = Error("OAS048", "Names or descriptions of an `enum` do not fit its values.");

    // What the rest of the build cannot do.
    public static readonly Rule NotGenerated = Error("OAS060", "The templates cannot generate the construct.");
    public static readonly Rule NotRead = Error("OAS061", "Microsoft.OpenApi cannot read the document, for a reason that no other rule names.");
    public static readonly Rule LeftOut = Warning("OAS062", "An operation or a type that the templates cannot generate is left out, because the project says `OnUnsupported=\"Skip\"`.");

    // What could be better.
    public static readonly Rule NoDescription = Warning("OAS101", "A description or summary is missing.");
    public static readonly Rule NoClientError = Warning("OAS102", "An operation documents no 4xx response, and no `default`.");
    public static readonly Rule Unused = Warning("OAS103", "A component is not used.");
    public static readonly Rule RequiredUndefined = Warning("OAS104", "A required property is not defined.");
    public static readonly Rule PathAmbiguous = Warning("OAS105", "Two paths match the same URL.");
    public static readonly Rule NoExample = Warning("OAS106", "A success response has no example.");
    public static readonly Rule BreaksRelease = Warning("OAS107", "The contract breaks its last release (`released/`) without a new major version.");
    public static readonly Rule NotChecked = Warning("OAS108", "A value could not be checked against its schema.");

    public static readonly Rule OlderKeyword = Warning("OAS112", "A keyword belongs to OpenAPI 3.0, and the document is of a later version.");
    public static readonly Rule SequenceItems = Warning("OAS113", "The items of a sequential media type (`itemSchema`) are not read.");

    /// <summary>All rules, in the order of their codes.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. typeof(Rule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Rule>().OrderBy(r => r.Code, StringComparer.Ordinal)];

    private static Rule Error(string code, string summary) => new(code, IsError: true, summary);

    private static Rule Warning(string code, string summary) => new(code, IsError: false, summary);
}
