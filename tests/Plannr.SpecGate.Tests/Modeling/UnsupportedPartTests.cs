using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>With <c>--on-unsupported Skip</c>, the gate leaves out exactly the operations and types that cannot be generated.</summary>
public sealed class UnsupportedPartTests
{
    // No .NET type has enough digits.
    private const string Unsupported = "{ type: number, format: decimal128 }";

    private const string Start = "openapi: 3.0.3\ninfo: { title: Unsupported, version: 1.0.0 }\n";

    [Test]
    public void Operation_with_an_unsupported_parameter_is_left_out()
    {
        var (model, findings) = Build($"""
            paths:
              /a: {Get("A_Get", "{ type: string }", parameters: "{ name: exact, in: query, schema: " + Unsupported + " }")}
              /b: {Get("B_Get", "{ type: string }")}
            """);

        Assert.That(Methods(model), Is.EqualTo(new[] { "B_Get" }));
        Assert.That(findings, Is.EqualTo(new[] { "contract.yaml(4,9): warning OAS062: The operation 'get /a' is left out. The templates in build/templates cannot generate type: number with format: decimal128: .NET has no type for all its digits. Use type: string (line 4)." }));
    }

    [Test]
    public void Operation_with_an_unsupported_parameter_and_result_is_left_out_because_of_the_parameter()
    {
        var (_, findings) = Build($$"""
            paths:
              /a: {{Get("A_Get", "{ $ref: '#/components/schemas/Bad' }", parameters: "{ name: exact, in: query, schema: " + Unsupported + " }")}}
            components:
              schemas: { Bad: { type: object, properties: { exact: {{Unsupported}} } } }
            """);

        Assert.That(findings.Single(f => f.Contains("'get /a'", StringComparison.Ordinal)), Does.EndWith("(line 4)."));
    }

    [Test]
    public void Operation_with_an_unsupported_type_of_another_file_is_left_out_with_the_name_of_the_file()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Contracts");

        var (model, findings) = Build($"paths:\n  /a: {Get("A_Get", "{ $ref: 'part-exact.yaml#/Exact' }")}\n", Path.Combine(folder, "contract.yaml"));

        Assert.That(model.Operations, Is.Empty);
        Assert.That(findings.Single(f => f.Contains("'get /a'", StringComparison.Ordinal)), Does.EndWith($"({Path.Combine(folder, "part-exact.yaml")}, line 4)."));
    }

    [Test]
    public void Types_that_only_a_left_out_operation_uses_are_left_out()
    {
        var (model, _) = Build($$"""
            paths:
              /a: {{Get("A_Get", "{ type: object, properties: { b: { type: object, properties: { c: { type: string } } } } }", parameters: "{ name: exact, in: query, schema: " + Unsupported + " }")}}
              /b: {{Get("B_Get", "{ type: object, properties: { b: { type: object, properties: { c: { type: string } } } } }")}}
            components: { schemas: { Unused: { type: object } } }
            """);

        Assert.That(model.Types.Select(t => t.Name), Is.EqualTo(new[] { "Unused", "BGetResponse", "BGetResponseB" }));
    }

    [TestCase("{ $ref: '#/components/schemas/Bad' }")]
    [TestCase("{ type: array, items: { $ref: '#/components/schemas/Bad' } }")]
    [TestCase("{ type: object, additionalProperties: { $ref: '#/components/schemas/Bad' } }")]
    [TestCase("{ type: object, properties: { a: { $ref: '#/components/schemas/Bad' } } }")]
    [TestCase("{ $ref: '#/components/schemas/Heir' }")]
    [TestCase("{ $ref: '#/components/schemas/Either' }")]
    [TestCase("{ type: object, properties: { a: { type: object, properties: { b: { $ref: '#/components/schemas/Bad' } } } } }")]
    public void Operation_whose_result_needs_an_unsupported_type_is_left_out(string result)
    {
        var (model, findings) = Build($$"""
            paths:
              /a: {{Get("A_Get", result)}}
              /b: {{Get("B_Get", "{ $ref: '#/components/schemas/Good' }")}}
            components:
              schemas:
                Bad: { type: object, properties: { good: { $ref: '#/components/schemas/Good' }, exact: {{Unsupported}} } }
                Heir: { allOf: [{ $ref: '#/components/schemas/Bad' }, { type: object, properties: { more: { type: string } } }] }
                Either: { oneOf: [{ type: string }, { $ref: '#/components/schemas/Bad' }] }
                Good: { type: object, properties: { id: { type: string } } }
            """);

        Assert.That(Methods(model), Is.EqualTo(new[] { "B_Get" }));
        Assert.That(model.Types.Select(t => t.Name), Is.EqualTo(new[] { "Good" }));
        Assert.That(findings.Select(f => f[..f.IndexOf(" The templates", StringComparison.Ordinal)]), Is.EqualTo(new[]
        {
            "contract.yaml(4,9): warning OAS062: The operation 'get /a' is left out.",
            "contract.yaml(8,116): warning OAS062: The type Bad is left out, with everything that uses it.",
        }));
    }

    [Test]
    public void Operation_with_an_unsupported_body_or_error_is_left_out()
    {
        var (model, _) = Build($$"""
            paths:
              /a: { post: { operationId: A_Send, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Bad' } } } }, responses: { '204': { description: Done. } } } }
              /b: { post: { operationId: B_Send, responses: { '204': { description: Done. }, '400': { $ref: '#/components/responses/Bad' } } } }
              /c: { post: { operationId: C_Send, responses: { '204': { description: Done. } } } }
            components:
              responses: { Bad: { description: Not done., content: { application/json: { schema: { type: array, items: {{Unsupported}} } } } } }
              schemas: { Bad: { type: object, properties: { exact: {{Unsupported}} } } }
            """);

        Assert.That(Methods(model), Is.EqualTo(new[] { "C_Send" }));
    }

    [Test]
    public void Subtypes_of_an_unsupported_type_are_left_out()
    {
        var (model, _) = Build($$"""
            paths:
              /a: {{Get("A_Get", "{ $ref: '#/components/schemas/Cat' }")}}
              /b: {{Get("B_Get", "{ $ref: '#/components/schemas/Tree' }")}}
            components:
              schemas:
                Pet: { type: object, properties: { kind: { type: string }, exact: {{Unsupported}} }, discriminator: { propertyName: kind } }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
                Tree: { type: object, properties: { height: { type: integer } } }
            """);

        Assert.That(Methods(model), Is.EqualTo(new[] { "B_Get" }));
        Assert.That(model.Types.Select(t => t.Name), Is.EqualTo(new[] { "Tree" }));
    }

    [Test]
    public void Unsupported_part_of_the_whole_contract_is_an_error()
    {
        var (_, findings) = Build("servers: [{ url: 'https://example.test/?a=b' }]\npaths: {}\n");

        Assert.That(findings, Has.Exactly(1).Matches("error OAS060: .* a server with a query"));
    }

    [Test]
    public void Unsupported_operation_is_an_error_by_default()
    {
        var findings = new Findings();
        ModelBuilder.Build(OpenApiContract.Parse("contract.yaml", $"{Start}paths:\n  /a: {Get("A_Get", Unsupported)}\n", new Findings()), findings);

        Assert.That(findings.Select(f => f.ToString()), Has.Exactly(1).Contains("error OAS060: "));
    }

    private static string Get(string id, string result, string parameters = "")
        => $$"""{ get: { operationId: {{id}}, parameters: [{{parameters}}], responses: { '200': { description: Done., content: { application/json: { schema: {{result}} } } } } } }""";

    private static IEnumerable<string> Methods(ApiModel model) => model.Operations.Select(o => $"{o.Group}_{o.Method}");

    private static (ApiModel Model, string[] Findings) Build(string contract, string file = "contract.yaml")
    {
        var (structure, findings) = (new Findings(), new Findings());
        var model = ModelBuilder.Build(OpenApiContract.Parse(file, Start + contract, structure), findings, skipsUnsupported: true);
        Assert.That(structure, Is.Empty);
        return (model, [.. findings.Select(f => f.ToString())]);
    }
}
