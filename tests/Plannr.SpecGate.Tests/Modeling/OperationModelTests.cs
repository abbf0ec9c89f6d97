using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Operations;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>The parameters, bodies, responses and servers of operations, before the contract is normalized.</summary>
public sealed class OperationModelTests
{
    private const string File = "{ type: string, format: binary }";

    private const string Pdf = "application/pdf: { schema: " + File + " }";

    private const string Form = "application/x-www-form-urlencoded";

    private const string Done = "responses: { '204': { description: Done. } }";

    // A class with a file, which a multipart form uses.
    private const string Upload = "  /uploads: { post: { operationId: Uploads_Send, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Upload' } } } }, " + Done + " } }\n"
        + "components: { schemas: { Upload: { type: object, properties: { note: { type: string }, file: " + File + " } } } }\n";

    [TestCase("text/csv: {}", "Text text/csv")]
    [TestCase("'*/*': {}", "Json application/json")]
    [TestCase("'*/*': { schema: { type: object } }", "Json application/json")]
    [TestCase("image/*: { schema: { type: object } }", "File application/octet-stream")]
    [TestCase("text/csv: { schema: { type: object } }, " + Pdf, "File application/pdf")]
    [TestCase("text/csv: { schema: { properties: { a: { type: string } } } }, " + Pdf, "File application/pdf")]
    [TestCase("text/csv: { schema: " + File + " }, " + Pdf, "File text/csv")]
    [TestCase("application/zip: { schema: { type: object } }, " + Pdf, "File application/pdf")]
    [TestCase("application/zip: { schema: { type: string, format: uuid } }, " + Pdf, "File application/pdf")]
    [TestCase("application/xml: {}, application/pdf: {}", "File application/pdf")]
    public void Body_has_the_kind_and_the_media_type_of_the_best_content(string content, string expected)
    {
        var body = Operation(Body(content)).Body!;

        Assert.That($"{body.Kind} {body.MediaType}", Is.EqualTo(expected));
    }

    [Test]
    public void Response_of_any_media_type_is_JSON()
    {
        var operation = Operation("responses: { '200': { description: Done., content: { '*/*': { schema: { type: object } } } } }");

        Assert.That((operation.Result!.Kind, operation.Accept.Single()), Is.EqualTo((BodyKind.Json, "application/json")));
    }

    [TestCase("application/json: { schema: { $ref: '#/components/schemas/Upload' } }")]
    [TestCase("application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Upload' } } }")]
    [TestCase("application/json: { schema: { oneOf: [{ type: string }, { $ref: '#/components/schemas/Upload' }] } }")]
    [TestCase(Form + ": { schema: { $ref: '#/components/schemas/Upload' } }")]
    public void Body_with_a_class_that_has_files_in_a_multipart_form_is_refused(string content)
        => Assert.That(
            Build(Body(content), Upload).Findings.Single(),
            Does.Match(@"^contract\.yaml\(4,\d+\): error OAS060: .* cannot generate a class with files outside of the multipart form that also uses it: give the form a schema of its own\.$"));

    [Test]
    public void Parameter_with_a_class_that_has_files_in_a_multipart_form_is_refused()
        => Assert.That(
            Build(Parameter("name: thing, in: query, schema: { $ref: '#/components/schemas/Upload' }"), Upload).Findings.Single(),
            Does.EndWith(" cannot generate the parameter 'thing': its class contains files, because a multipart form uses it too. Give the parameter a schema of its own."));

    [Test]
    public void Files_in_a_list_in_JSON_are_text()
        => Assert.That(Build(Body("application/json: { schema: { type: array, items: " + File + " } }")).Findings.Single(), Does.Contain("A file (format: binary) is text here"));

    [Test]
    public void Body_with_a_union_that_contains_itself_is_accepted()
        => Assert.That(
            Build(Body("application/json: { schema: { $ref: '#/components/schemas/Tree' } }"), "components: { schemas: { Tree: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Tree' } }] } } }\n").Findings,
            Is.Empty);

    [TestCase(Form, "list: { style: form }", "Form", true)]
    [TestCase(Form, "list: { style: pipeDelimited }", "PipeDelimited", false)]
    [TestCase(Form, "list: { explode: false }", "Form", false)]
    [TestCase(Form, "list: { allowReserved: true }", "Form", true)]
    [TestCase(Form, "map: { style: deepObject }", "DeepObject", true)]
    [TestCase(Form, "rows: { explode: false }", "Form", false)]
    [TestCase(Form, "unknown: { style: form }", "Form", true)]
    [TestCase("multipart/form-data", "rows: { style: pipeDelimited }", "PipeDelimited", false)]
    public void Field_has_the_style_of_its_encoding(string mediaType, string encoding, string style, bool explode)
    {
        const string schema = "{ type: object, properties: { list: { type: array, items: { type: string } }, map: { type: object, additionalProperties: { type: string } }, rows: { type: array, items: { type: array, items: { type: string } } } } }";
        var (model, findings) = Build(Body($"{mediaType}: {{ schema: {schema}, encoding: {{ {encoding} }} }}"));

        var actual = model.Operations[0].Body!.Encodings.Single().Style!;
        Assert.That((actual.Name, actual.Explode), Is.EqualTo((style, explode)));
        Assert.That(findings, Is.Empty);
    }

    [TestCase("Accept")]
    [TestCase("content-type")]
    [TestCase("Authorization")]
    [TestCase("Content-Length")]
    public void Header_that_the_client_sets_itself_is_not_a_parameter(string name)
        => Assert.That(Operation(Parameter($"name: {name}, in: header, schema: {{ type: string }}")).Parameters, Is.Empty);

    [Test]
    public void Header_of_an_operation_replaces_the_header_of_its_path_in_another_case()
    {
        var operation = Operation(Parameter("name: x-trace, in: header, schema: { type: string }"), path: "parameters: [{ name: X-Trace, in: header, schema: { type: string } }, { name: X-TRACE, in: query, schema: { type: string } }]");

        Assert.That(operation.Parameters.Select(p => p.WireName), Is.EqualTo(new[] { "X-TRACE", "x-trace" }));
    }

    [Test]
    public void Parameters_of_the_query_whose_names_differ_in_their_case_are_kept()
        => Assert.That(
            Operation("parameters: [{ name: a, in: query, schema: { type: string } }, { name: A, in: query, schema: { type: string } }], " + Done).Parameters.Select(p => p.WireName),
            Is.EqualTo(new[] { "a", "A" }));

    [TestCase("path", "simple")]
    [TestCase("query", "form")]
    [TestCase("header", "simple")]
    [TestCase("cookie", "form")]
    public void Parameter_in_the_default_style_has_no_style(string place, string style)
    {
        var (model, findings) = Build(Parameter($"name: id, in: {place}, required: true, style: {style}, schema: {{ type: string }}"), route: place == "path" ? "/things/{id}" : "/things");

        Assert.That(model.Operations[0].Parameters.Single().Style, Is.Null);
        Assert.That(findings, Is.Empty);
    }

    [TestCase("header", "form", "simple")]
    [TestCase("cookie", "simple", "form")]
    public void Parameter_in_a_style_of_another_place_is_written_in_the_default_style(string place, string style, string written)
    {
        var (model, findings) = Build(Parameter($"name: id, in: {place}, style: {style}, schema: {{ type: string }}"));

        Assert.That(model.Operations[0].Parameters.Single().Style, Is.Null);
        Assert.That(findings.Single(), Does.EndWith($"The parameter 'id' is written in the style {written}, because OpenAPI does not allow the style {style} for in: {place}. Correct the style."));
    }

    [TestCase("")]
    [TestCase(", explode: false")]
    [TestCase(", explode: true")]
    public void Parameter_in_the_style_deepObject_does_not_define_explode(string explode)
    {
        var parameter = Operation(Parameter($"name: map, in: query, style: deepObject{explode}, schema: {{ type: object, additionalProperties: {{ type: string }} }}")).Parameters.Single();

        Assert.That((parameter.Style, parameter.Explode), Is.EqualTo(("DeepObject", (bool?)null)));
    }

    [TestCase("description: Own., schema: { type: string, description: Of the schema. }", "Own.")]
    [TestCase("schema: { type: string, description: Of the schema. }", "Of the schema.")]
    [TestCase("schema: { $ref: '#/components/schemas/Text' }", null)]
    public void Parameter_has_its_own_description_or_that_of_its_inline_schema(string parameter, string? expected)
        => Assert.That(
            Operation(Parameter("name: a, in: query, " + parameter), "components: { schemas: { Text: { type: string, description: Of the component. } } }\n").Parameters.Single().Description,
            Is.EqualTo(expected));

    [Test]
    public void Parameter_and_error_have_their_positions_in_the_contract()
    {
        var operation = Operation("parameters: [\n      { name: a, in: query, schema: { type: string } }], responses: { '204': { description: Done. }, '404':\n        { description: It does not exist. } }");

        Assert.That((operation.Parameters.Single().At.Mark.Line, operation.Errors.Single().At.Mark.Line), Is.EqualTo((5, 6)));
    }

    [Test]
    public void Inline_type_of_a_parameter_whose_name_has_no_letters_is_named_Value()
        => Assert.That(Build(Parameter("name: 😀, in: query, schema: { type: string, enum: [a, b] }")).Model.Types.Single().Name, Is.EqualTo("ThingsSendValue"));

    [Test]
    public void Parameter_named_body_keeps_its_name_if_the_operation_has_no_body()
        => Assert.That(Operation(Parameter("name: body, in: query, schema: { type: string }")).Parameters.Single().Variable, Is.EqualTo("body"));

    [TestCase("text/plain: { schema: { type: string } }, application/json: { schema: { type: integer } }", "long", "Json")]
    [TestCase("text/plain: { schema: { type: integer } }", "long", null)]
    [TestCase("text/plain: { schema: { type: string, enum: [a] } }", "ThingsSendA", null)]
    [TestCase("text/plain: { schema: { type: object } }", "string", null)]
    [TestCase("text/plain: { schema: {} }", "string", null)]
    [TestCase("text/plain: {}", "string", null)]
    public void Parameter_with_content_has_the_type_of_its_JSON_or_else_of_text(string content, string type, string? style)
    {
        var parameter = Operation(Parameter($"name: a, in: query, content: {{ {content} }}")).Parameters.Single();

        Assert.That((parameter.Type.CSharpName, parameter.Style), Is.EqualTo((type, style)));
    }

    [Test]
    public void Required_header_whose_name_HTTP_does_not_allow_is_refused()
        => Assert.That(
            Build(Parameter("name: X Odd, in: header, required: true, schema: { type: string }")).Findings.Single(),
            Does.EndWith(" cannot generate the header 'X Odd': HTTP does not allow this name."));

    [Test]
    public void Parameter_with_inner_values_that_no_style_defines_is_described_by_its_first_part()
    {
        const string components = """
            components:
              schemas:
                Shape: { type: object, required: [kind], properties: { kind: { type: string }, next: { $ref: '#/components/schemas/Shape' } }, discriminator: { propertyName: kind } }
                Polygon: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, properties: { sides: { type: array, items: { type: number } } } }] }
                Tagged: { type: object, properties: { tags: { type: array, items: { type: string } } }, additionalProperties: { $ref: '#/components/schemas/Polygon' } }

            """;

        Assert.That(Warning("Shape"), Does.Contain(" writes an object of objects, so "));
        Assert.That(Warning("Tagged"), Does.Contain(" writes an object of lists, so "));

        static string Warning(string schema) => Build(Parameter($"name: a, in: query, schema: {{ $ref: '#/components/schemas/{schema}' }}"), components).Findings.Single();
    }

    [Test]
    public void Inline_types_of_responses_are_named_after_their_status_except_for_the_first_success()
    {
        var responses = string.Concat("200 202 400 404".Split(' ').Select(s => $"'{s}': {{ description: A response., content: {{ application/json: {{ schema: {{ type: object, properties: {{ of{s}: {{ type: string }} }} }} }} }} }}, "));

        Assert.That(
            Build($"responses: {{ {responses} }}").Model.Types.Select(t => t.Name),
            Is.EquivalentTo(new[] { "ThingsSendResponse", "ThingsSendResponse202", "ThingsSendError400", "ThingsSendError404", "ThingsSendResult" }));
    }

    [TestCase("text/html: {}, application/problem+json: {}", true)]
    [TestCase("text/html: {}, application/json: {}", false)]
    public void Only_response_is_an_error_if_one_of_its_media_types_is_a_problem(string content, bool isError)
        => Assert.That(Operation($"responses: {{ default: {{ description: A response., content: {{ {content} }} }} }}").Result is null, Is.EqualTo(isError));

    [TestCase("https://example.test/v1", "https://example.test", "/")]
    [TestCase("https://example.test/v1", "https://example.test/v1/", null)]
    [TestCase("https://example.test/v1", "https://example.test/v2/", "/v2")]
    [TestCase("https://example.test/a\u200Bb", "https://example.test/a%E2%80%8Bb", null)]
    [TestCase("https://example.test/v1", "", "/")]
    [TestCase("https://example.test/v1", "v2", "v2")]
    public void Operation_has_its_server_relative_to_that_of_the_contract(string contract, string operation, string? expected)
        => Assert.That(Operation($"servers: [{{ url: '{operation}' }}], {Done}", $"servers: [{{ url: '{contract}' }}]\n").Server, Is.EqualTo(expected));

    [TestCase("/{region}", "the server '/{region}' of an operation: it is neither a path nor an HTTP URL, or a variable in it has no default.")]
    [TestCase("ftp://example.test", "the server 'ftp://example.test' of an operation: it is neither a path nor an HTTP URL, or a variable in it has no default.")]
    [TestCase("?key=value", "a server with a query or a fragment, which a path cannot follow.")]
    public void Operation_with_a_server_that_cannot_be_used_is_refused(string url, string expected)
        => Assert.That(Build($"servers: [{{ url: '{url}' }}], {Done}").Findings.Single(), Does.EndWith(" cannot generate " + expected));

    [Test]
    public void Schema_named_like_the_interface_of_a_client_gets_a_number()
        => Assert.That(Build(Done, "components: { schemas: { IThingsClient: { type: object } } }\n").Model.Types.Single().Name, Is.EqualTo("IThingsClient2"));

    [Test]
    public void Contract_without_a_title_and_a_version_has_empty_ones()
    {
        var model = ModelBuilder.Build(OpenApiContract.Parse("contract.yaml", "openapi: 3.0.3\ninfo: {}\npaths: {}\n", new Findings()), new Findings());

        Assert.That((model.Title, model.Version), Is.EqualTo(("", "")));
    }

    private static string Body(string content) => $"requestBody: {{ content: {{ {content} }} }}, {Done}";

    private static string Parameter(string parameter) => $"parameters: [{{ {parameter} }}], {Done}";

    private static OperationModel Operation(string operation, string more = "", string path = "") => Build(operation, more, path).Model.Operations[0];

    private static (ApiModel Model, string[] Findings) Build(string operation, string more = "", string path = "", string route = "/things")
    {
        var (structure, findings) = (new Findings(), new Findings());
        var item = $"{(path.Length > 0 ? path + ", " : "")}post: {{ operationId: Things_Send, {operation} }}";
        var text = $"openapi: 3.0.3\ninfo: {{ title: Operations, version: 1.0.0 }}\npaths:\n  \"{route}\": {{ {item} }}\n{more}";
        var model = ModelBuilder.Build(OpenApiContract.Parse("contract.yaml", text, structure), findings);
        Assert.That(structure, Is.Empty);
        return (model, [.. findings.Select(f => f.ToString())]);
    }
}
