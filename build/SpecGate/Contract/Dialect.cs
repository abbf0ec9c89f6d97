using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// The objects of one version of OpenAPI and their keys (https://spec.openapis.org/oas/v3.0.4, v3.1.1 and v3.2.0). From 3.1 on,
/// schemas are JSON Schemas (https://json-schema.org/draft/2020-12).
/// </summary>
internal sealed class Dialect
{
    private static readonly ScalarShape Text = new("a string", s => s.IsText(), IsText: true);
    private static readonly ScalarShape Boolean = new("true or false", s => s.IsBoolean());
    private static readonly ScalarShape Number = new("a number", s => s.IsNumber());
    private static readonly ScalarShape NumberOrBoolean = new("a number", s => s.IsNumber() || s.IsBoolean());
    private static readonly ScalarShape Count = new("a whole number from 0", s => s.IsCount());
    private static readonly ScalarShape Step = new("a number above 0", s => s.IsNumber() && s.ToDecimal() > 0);
    private static readonly AnyShape Any = new();

    // After the shapes that they use: static fields are initialized in textual order.
    public static readonly Dialect V30 = new(OpenApiVersion.V30);
    public static readonly Dialect V31 = new(OpenApiVersion.V31);
    public static readonly Dialect V32 = new(OpenApiVersion.V32);

    private Dialect(OpenApiVersion version)
    {
        Version = version;
        MediaType = new ObjectShape("media type", AllowsReference: IsSince(OpenApiVersion.V32));
        Callback = new MapShape(PathItem, HasExtensions: true, AllowsReference: true);
        DefineSchema();
        DefineOperations();
        DefineDocument();
    }

    public OpenApiVersion Version { get; }

    public ObjectShape Document { get; } = new("document");

    public ObjectShape Server { get; } = new("server");

    public ObjectShape PathItem { get; } = new("path", AllowsReference: true);

    public ObjectShape Operation { get; } = new("operation");

    public ObjectShape Parameter { get; } = new("parameter", AllowsReference: true);

    public ObjectShape Header { get; } = new("header", AllowsReference: true);

    public ObjectShape RequestBody { get; } = new("request body", AllowsReference: true);

    public ObjectShape MediaType { get; }

    public ObjectShape Response { get; } = new("response", AllowsReference: true);

    public ObjectShape Example { get; } = new("example", AllowsReference: true);

    public ObjectShape Schema { get; } = new("schema", AllowsReference: true);

    private ObjectShape ExternalDocs { get; } = new ObjectShape("external documentation").With(("description", Text), ("url!", Text));

    private ObjectShape Encoding { get; } = new("encoding");

    private ObjectShape Link { get; } = new("link", AllowsReference: true);

    private MapShape Callback { get; }

    private ListShape Security { get; } = new(new MapShape(new ListShape(Text)));

    /// <summary>Returns the dialect of a document.</summary>
    /// <param name="version">The value of the document's key <c>openapi</c>.</param>
    /// <returns>The dialect, or null if the version is not supported.</returns>
    public static Dialect? Of(string? version)
        => version switch
        {
            "3.0" => V30,
            "3.1" => V31,
            "3.2" => V32,
            null => null,
            _ when version.StartsWith("3.0.", StringComparison.Ordinal) => V30,
            _ when version.StartsWith("3.1.", StringComparison.Ordinal) => V31,
            _ when version.StartsWith("3.2.", StringComparison.Ordinal) => V32,
            _ => null,
        };

    private bool IsSince(OpenApiVersion version) => Version >= version;

    private void DefineDocument()
    {
        var license = new ObjectShape("license").With(("name!", Text), ("url", Text));
        var info = new ObjectShape("info object").With(
            ("title!", Text), ("version!", Text), ("description", Text), ("termsOfService", Text),
            ("contact", new ObjectShape("contact").With(("name", Text), ("url", Text), ("email", Text))), ("license", license));
        var tag = new ObjectShape("tag").With(("name!", Text), ("description", Text), ("externalDocs", ExternalDocs));
        var components = new ObjectShape("components object").With(
            ("schemas", new MapShape(Schema)),
            ("responses", new MapShape(Response)),
            ("parameters", new MapShape(Parameter)),
            ("examples", new MapShape(Example)),
            ("requestBodies", new MapShape(RequestBody)),
            ("headers", new MapShape(Header)),
            ("securitySchemes", new MapShape(SecurityScheme())),
            ("links", new MapShape(Link)),
            ("callbacks", new MapShape(Callback)));
        var paths = new MapShape(PathItem, HasExtensions: true);

        Document.With(
            ("openapi!!", Text), ("info!", info), ("servers", new ListShape(Server)), (IsSince(OpenApiVersion.V31) ? "paths" : "paths!", paths),
            ("components", components), ("security", Security), ("tags", new ListShape(tag)), ("externalDocs", ExternalDocs));
        Server.With(
            ("url!", Text),
            ("description", Text),
            ("variables", new MapShape(new ObjectShape("server variable").With(("enum", new ListShape(Text)), ("default!", Text), ("description", Text)))));

        if (IsSince(OpenApiVersion.V31))
        {
            license.With(("identifier", Text));
            info.With(("summary", Text));
            components.With(("pathItems", new MapShape(PathItem)));
            Document.With(("webhooks", new MapShape(PathItem)), ("jsonSchemaDialect", Text));
        }

        if (IsSince(OpenApiVersion.V32))
        {
            tag.With(("summary", Text), ("parent", Text), ("kind", Text));
            components.With(("mediaTypes", new MapShape(MediaType)));
            Document.With(("$self", Text));
            Server.With(("name", Text));
        }
    }

    private ObjectShape SecurityScheme()
    {
        var flow = new ObjectShape("OAuth flow").With(
            ("authorizationUrl", Text), ("tokenUrl", Text), ("refreshUrl", Text), ("scopes!", new MapShape(Text)));
        var flows = new ObjectShape("OAuth flows object").With(("implicit", flow), ("password", flow), ("clientCredentials", flow), ("authorizationCode", flow));
        string[] types = IsSince(OpenApiVersion.V31) ? ["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"] : ["apiKey", "http", "oauth2", "openIdConnect"];
        var scheme = new ObjectShape("security scheme", AllowsReference: true).With(
            ("type!", OneOf(types)),
            ("description", Text), ("name", Text), ("in", Text), ("scheme", Text), ("bearerFormat", Text), ("openIdConnectUrl", Text), ("flows", flows));
        if (IsSince(OpenApiVersion.V32))
        {
            flow.With(("deviceAuthorizationUrl", Text));
            flows.With(("deviceAuthorization", flow));
            scheme.With(("oauth2MetadataUrl", Text), ("deprecated", Boolean));
        }

        return scheme;
    }

    private void DefineOperations()
    {
        var examples = new MapShape(Example);
        var content = new MapShape(MediaType);
        Link.With(("operationRef", Text), ("operationId", Text), ("parameters", new MapShape(Any)), ("requestBody", Any), ("description", Text), ("server", Server));
        Encoding.With(("contentType", Text), ("headers", new MapShape(Header)), ("style", Text), ("explode", Boolean), ("allowReserved", Boolean));

        PathItem.With(("summary", Text), ("description", Text), ("servers", new ListShape(Server)), ("parameters", new ListShape(Parameter)));
        PathItem.With([.. OpenApi30.Methods.Select(method => (method, (Shape)Operation))]);
        Operation.With(
            ("tags", new ListShape(Text)), ("summary", Text), ("description", Text), ("externalDocs", ExternalDocs), ("operationId", Text),
            ("parameters", new ListShape(Parameter)), ("requestBody", RequestBody),
            (IsSince(OpenApiVersion.V31) ? "responses" : "responses!", new MapShape(Response, HasExtensions: true)), ("callbacks", new MapShape(Callback)),
            ("deprecated", Boolean), ("security", Security), ("servers", new ListShape(Server)));

        (string, Shape)[] parameterAndHeader =
        [
            ("description", Text), ("required", Boolean), ("deprecated", Boolean), ("allowEmptyValue", Boolean), ("style", Text),
            ("explode", Boolean), ("allowReserved", Boolean), ("schema", Schema), ("example", Any), ("examples", examples), ("content", content),
        ];
        string[] places = IsSince(OpenApiVersion.V32) ? ["path", "query", "querystring", "header", "cookie"] : ["path", "query", "header", "cookie"];
        Parameter.With([("name!!", Text), ("in!!", OneOf(places)), .. parameterAndHeader]);
        Header.With(parameterAndHeader);

        RequestBody.With(("description", Text), ("content!", content), ("required", Boolean));
        MediaType.With(("schema", Schema), ("example", Any), ("examples", examples), ("encoding", new MapShape(Encoding)));
        Response.With((IsSince(OpenApiVersion.V32) ? "description" : "description!", Text), ("headers", new MapShape(Header)), ("content", content), ("links", new MapShape(Link)));
        Example.With(("summary", Text), ("description", Text), ("value", Any), ("externalValue", Text));

        if (IsSince(OpenApiVersion.V32))
        {
            PathItem.With((OpenApi30.Query, Operation), (OpenApi30.AdditionalOperations, new MapShape(Operation)));
            MediaType.With(("itemSchema", Schema), ("prefixEncoding", new ListShape(Encoding)), ("itemEncoding", Encoding));
            Encoding.With(("encoding", new MapShape(Encoding)), ("prefixEncoding", new ListShape(Encoding)), ("itemEncoding", Encoding));
            Response.With(("summary", Text));
            Example.With(("dataValue", Any), ("serializedValue", Text));
        }
    }

    private void DefineSchema()
    {
        var schemas = new ListShape(Schema);
        var discriminator = new ObjectShape("discriminator").With(("propertyName!!", Text), ("mapping", new MapShape(Text)));
        var xml = new ObjectShape("XML object").With(("name", Text), ("namespace", Text), ("prefix", Text), ("attribute", Boolean), ("wrapped", Boolean));
        Shape bound = IsSince(OpenApiVersion.V31) ? NumberOrBoolean : Boolean;
        Shape type = IsSince(OpenApiVersion.V31) ? new ChoiceShape(Text, new ListShape(Text)) : Text;
        Schema.With(
            ("title", Text), ("multipleOf", Step), ("maximum", Number), ("exclusiveMaximum", bound), ("minimum", Number),
            ("exclusiveMinimum", bound), ("maxLength", Count), ("minLength", Count), ("pattern", Text), ("maxItems", Count),
            ("minItems", Count), ("uniqueItems", Boolean), ("maxProperties", Count), ("minProperties", Count),
            ("required", new ListShape(Text)), ("enum", new ListShape(Any)), ("type", type), ("allOf", schemas),
            ("oneOf", schemas), ("anyOf", schemas), ("not", Schema), ("items", Schema),
            ("properties", new MapShape(Schema)), ("additionalProperties", Schema), ("description", Text), ("format", Text),
            ("default", Any), ("nullable", Boolean), ("readOnly", Boolean), ("writeOnly", Boolean), ("externalDocs", ExternalDocs),
            ("example", Any), ("deprecated", Boolean), ("discriminator", discriminator), ("xml", xml));

        if (IsSince(OpenApiVersion.V31))
        {
            Schema.IsOpen = true;
            Schema.With(
                ("$schema", Text), ("$id", Text), ("$anchor", Text), ("$dynamicAnchor", Text), ("$dynamicRef", Text), ("$vocabulary", Any),
                ("$comment", Text), ("$defs", new MapShape(Schema)), ("const", Any), ("examples", Any), ("prefixItems", schemas),
                ("contains", Schema), ("minContains", Count), ("maxContains", Count), ("unevaluatedItems", Schema),
                ("unevaluatedProperties", Schema), ("patternProperties", new MapShape(Schema)), ("propertyNames", Schema),
                ("dependentRequired", new MapShape(new ListShape(Text))), ("dependentSchemas", new MapShape(Schema)),
                ("if", Schema), ("then", Schema), ("else", Schema), ("contentEncoding", Text), ("contentMediaType", Text), ("contentSchema", Schema));
        }

        if (IsSince(OpenApiVersion.V32))
        {
            discriminator.With(("defaultMapping", Text));
            xml.With(("nodeType", Text));
        }
    }

    private static ScalarShape OneOf(params string[] words)
        => new(string.Join(", ", words[..^1]) + " or " + words[^1], s => words.Contains(s.Text));
}
