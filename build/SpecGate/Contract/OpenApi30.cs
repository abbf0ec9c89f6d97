namespace Plannr.SpecGate.Contract;

/// <summary>
/// The objects of OpenAPI 3.0 (https://spec.openapis.org/oas/v3.0.4). Contracts of later versions are rewritten to these objects, so
/// that rules, model and diff only handle OpenAPI 3.0.
/// </summary>
internal static class OpenApi30
{
    /// <summary>The keys of a path item that are operations.</summary>
    public static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>The keys of a path item that are, or contain, operations with methods that only OpenAPI 3.2 has.</summary>
    public const string Query = "query";

    /// <inheritdoc cref="Query"/>
    public const string AdditionalOperations = "additionalOperations";

    /// <summary>Keys that OpenAPI 3.0 does not have, with the replacement in 3.0.</summary>
    public static readonly Dictionary<string, string> NewerKeywords = new(StringComparer.Ordinal)
    {
        ["webhooks"] = "3.0 has callbacks only",
        ["jsonSchemaDialect"] = "3.0 has one dialect",
        ["$defs"] = "put the schema under components.schemas",
        ["$id"] = "refer to schemas by JSON pointer",
        ["$schema"] = "3.0 has one dialect",
        ["$anchor"] = "refer to schemas by JSON pointer",
        ["$comment"] = "write a YAML comment",
        ["const"] = "write an enum with one value",
        ["examples"] = "a schema has one example",
        ["if"] = "use oneOf",
        ["then"] = "use oneOf",
        ["else"] = "use oneOf",
        ["prefixItems"] = "3.0 has no tuples",
        ["contains"] = "3.0 has no equivalent",
        ["patternProperties"] = "use additionalProperties",
        ["propertyNames"] = "3.0 has no equivalent",
        ["dependentRequired"] = "3.0 has no equivalent",
        ["dependentSchemas"] = "3.0 has no equivalent",
        ["unevaluatedProperties"] = "use additionalProperties",
        ["unevaluatedItems"] = "3.0 has no equivalent",
        ["contentEncoding"] = "use format: byte",
        ["contentMediaType"] = "use format: binary and a media type",
        ["identifier"] = "a license has a url",
        ["pathItems"] = "write the path where it is used",
    };

    public static ObjectShape Document => Dialect.V30.Document;

    public static ObjectShape Server => Dialect.V30.Server;

    public static ObjectShape PathItem => Dialect.V30.PathItem;

    public static ObjectShape Operation => Dialect.V30.Operation;

    public static ObjectShape Parameter => Dialect.V30.Parameter;

    public static ObjectShape Header => Dialect.V30.Header;

    public static ObjectShape RequestBody => Dialect.V30.RequestBody;

    public static ObjectShape MediaType => Dialect.V30.MediaType;

    public static ObjectShape Response => Dialect.V30.Response;

    public static ObjectShape Example => Dialect.V30.Example;

    public static ObjectShape Schema => Dialect.V30.Schema;
}
