using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>The objects of OpenAPI 3.0.3 and their keys (https://spec.openapis.org/oas/v3.0.3).</summary>
internal static class OpenApi30
{
    public static readonly ObjectShape Document = new("document");
    public static readonly ObjectShape Server = new("server");
    public static readonly ObjectShape PathItem = new("path", AllowsReference: true);
    public static readonly ObjectShape Operation = new("operation");
    public static readonly ObjectShape Parameter = new("parameter", AllowsReference: true);
    public static readonly ObjectShape Header = new("header", AllowsReference: true);
    public static readonly ObjectShape RequestBody = new("request body", AllowsReference: true);
    public static readonly ObjectShape MediaType = new("media type");
    public static readonly ObjectShape Response = new("response", AllowsReference: true);
    public static readonly ObjectShape Example = new("example", AllowsReference: true);
    public static readonly ObjectShape Schema = new("schema", AllowsReference: true);

    /// <summary>The keys of a path that are operations.</summary>
    public static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>Keys that a 3.0 document may not have, and what 3.0 has in their place.</summary>
    public static readonly Dictionary<string, string> NewerKeywords = new(StringComparer.Ordinal)
    {
        ["webhooks"] = "3.0 has callbacks only",
        ["jsonSchemaDialect"] = "3.0 has one dialect",
        ["$defs"] = "put the schema under components.schemas",
        ["$id"] = "refer to schemas by their place",
        ["$schema"] = "3.0 has one dialect",
        ["$anchor"] = "refer to schemas by their place",
        ["$comment"] = "write a YAML comment",
        ["const"] = "write an enum with one value",
        ["examples"] = "a schema has one example",
        ["if"] = "use oneOf",
        ["then"] = "use oneOf",
        ["else"] = "use oneOf",
        ["prefixItems"] = "3.0 has no tuples",
        ["contains"] = "3.0 cannot say it",
        ["patternProperties"] = "use additionalProperties",
        ["propertyNames"] = "3.0 cannot say it",
        ["dependentRequired"] = "3.0 cannot say it",
        ["dependentSchemas"] = "3.0 cannot say it",
        ["unevaluatedProperties"] = "use additionalProperties",
        ["unevaluatedItems"] = "3.0 cannot say it",
        ["contentEncoding"] = "use format: byte",
        ["contentMediaType"] = "use format: binary and a media type",
        ["identifier"] = "a license has a url",
        ["pathItems"] = "write the path where it is used",
    };

    private static readonly ScalarShape Text = new("text", s => s.IsText());
    private static readonly ScalarShape Boolean = new("true or false", s => s.IsBoolean());
    private static readonly ScalarShape Number = new("a number", s => s.IsNumber());
    private static readonly ScalarShape Count = new("a whole number from 0", s => s.IsCount());
    private static readonly ScalarShape Step = new("a number above 0", s => s.IsNumber() && s.ToDecimal() > 0);
    private static readonly AnyShape Any = new();

    static OpenApi30()
    {
        var externalDocs = new ObjectShape("external documentation").With(("description", Text), ("url!", Text));
        var examples = new MapShape(Example);
        var content = new MapShape(MediaType);
        var security = new ListShape(new MapShape(new ListShape(Text)));
        var callback = new MapShape(PathItem, HasExtensions: true);
        var link = new ObjectShape("link", AllowsReference: true).With(
            ("operationRef", Text), ("operationId", Text), ("parameters", new MapShape(Any)), ("requestBody", Any), ("description", Text), ("server", Server));
        var encoding = new ObjectShape("encoding").With(
            ("contentType", Text), ("headers", new MapShape(Header)), ("style", Text), ("explode", Boolean), ("allowReserved", Boolean));
        var flow = new ObjectShape("OAuth flow").With(
            ("authorizationUrl", Text), ("tokenUrl", Text), ("refreshUrl", Text), ("scopes!", new MapShape(Text)));

        var info = new ObjectShape("info object").With(
            ("title!", Text), ("version!", Text), ("description", Text), ("termsOfService", Text),
            ("contact", new ObjectShape("contact").With(("name", Text), ("url", Text), ("email", Text))),
            ("license", new ObjectShape("license").With(("name!", Text), ("url", Text))));

        var securityScheme = new ObjectShape("security scheme", AllowsReference: true).With(
            ("type!", OneOf("apiKey", "http", "oauth2", "openIdConnect")),
            ("description", Text), ("name", Text), ("in", Text), ("scheme", Text), ("bearerFormat", Text), ("openIdConnectUrl", Text),
            ("flows", new ObjectShape("OAuth flows object").With(("implicit", flow), ("password", flow), ("clientCredentials", flow), ("authorizationCode", flow))));

        var components = new ObjectShape("components object").With(
            ("schemas", new MapShape(Schema)),
            ("responses", new MapShape(Response)),
            ("parameters", new MapShape(Parameter)),
            ("examples", examples),
            ("requestBodies", new MapShape(RequestBody)),
            ("headers", new MapShape(Header)),
            ("securitySchemes", new MapShape(securityScheme)),
            ("links", new MapShape(link)),
            ("callbacks", new MapShape(callback)));

        Document.With(
            ("openapi!", Text),
            ("info!", info),
            ("servers", new ListShape(Server)),
            ("paths!", new MapShape(PathItem, HasExtensions: true)),
            ("components", components),
            ("security", security),
            ("tags", new ListShape(new ObjectShape("tag").With(("name!", Text), ("description", Text), ("externalDocs", externalDocs)))),
            ("externalDocs", externalDocs));

        Server.With(
            ("url!", Text),
            ("description", Text),
            ("variables", new MapShape(new ObjectShape("server variable").With(("enum", new ListShape(Text)), ("default!", Text), ("description", Text)))));

        PathItem.With(("summary", Text), ("description", Text), ("servers", new ListShape(Server)), ("parameters", new ListShape(Parameter)));
        PathItem.With([.. Methods.Select(method => (method, (Shape)Operation))]);

        Operation.With(
            ("tags", new ListShape(Text)), ("summary", Text), ("description", Text), ("externalDocs", externalDocs), ("operationId", Text),
            ("parameters", new ListShape(Parameter)), ("requestBody", RequestBody),
            ("responses!", new MapShape(Response, HasExtensions: true)), ("callbacks", new MapShape(callback)),
            ("deprecated", Boolean), ("security", security), ("servers", new ListShape(Server)));

        (string, Shape)[] parameterAndHeader =
        [
            ("description", Text), ("required", Boolean), ("deprecated", Boolean), ("allowEmptyValue", Boolean), ("style", Text),
            ("explode", Boolean), ("allowReserved", Boolean), ("schema", Schema), ("example", Any), ("examples", examples), ("content", content),
        ];
        Parameter.With([("name!", Text), ("in!", OneOf("path", "query", "header", "cookie")), .. parameterAndHeader]);
        Header.With(parameterAndHeader);

        RequestBody.With(("description", Text), ("content!", content), ("required", Boolean));
        MediaType.With(("schema", Schema), ("example", Any), ("examples", examples), ("encoding", new MapShape(encoding)));
        Response.With(("description!", Text), ("headers", new MapShape(Header)), ("content", content), ("links", new MapShape(link)));
        Example.With(("summary", Text), ("description", Text), ("value", Any), ("externalValue", Text));

        Schema.With(
            ("title", Text), ("multipleOf", Step), ("maximum", Number), ("exclusiveMaximum", Boolean), ("minimum", Number),
            ("exclusiveMinimum", Boolean), ("maxLength", Count), ("minLength", Count), ("pattern", Text), ("maxItems", Count),
            ("minItems", Count), ("uniqueItems", Boolean), ("maxProperties", Count), ("minProperties", Count),
            ("required", new ListShape(Text)), ("enum", new ListShape(Any)), ("type", Text), ("allOf", new ListShape(Schema)),
            ("oneOf", new ListShape(Schema)), ("anyOf", new ListShape(Schema)), ("not", Schema), ("items", Schema),
            ("properties", new MapShape(Schema)), ("additionalProperties", Schema), ("description", Text), ("format", Text),
            ("default", Any), ("nullable", Boolean), ("readOnly", Boolean), ("writeOnly", Boolean), ("externalDocs", externalDocs),
            ("example", Any), ("deprecated", Boolean),
            ("discriminator", new ObjectShape("discriminator").With(("propertyName!", Text), ("mapping", new MapShape(Text)))),
            ("xml", new ObjectShape("XML object").With(("name", Text), ("namespace", Text), ("prefix", Text), ("attribute", Boolean), ("wrapped", Boolean))));
    }

    private static ScalarShape OneOf(params string[] words)
        => new(string.Join(", ", words[..^1]) + " or " + words[^1], s => words.Contains(s.Text));
}
