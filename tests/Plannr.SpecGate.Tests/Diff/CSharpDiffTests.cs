namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The impact of each change of names, types and signatures on users of the generated C#.</summary>
public sealed class CSharpDiffTests
{
    private const string Tags = "- { name: tags, in: query, schema: { type: array, items: { type: string } } }";
    private const string Next = "\n        - { name: next, in: query, schema: { type: string } }";
    private const string Last = "\n        - { name: last, in: query, schema: { type: string } }";
    private const string PartPath = "  /things/{id}/parts/{part}:\n    parameters:\n      - { name: id, in: path, required: true, schema: { type: string } }\n      - { name: part,";
    private const string RenamedPartPath = "  /things/{thingId}/parts/{partNumber}:\n    parameters:\n      - { name: thingId, in: path, required: true, schema: { type: string } }\n      - { name: partNumber,";
    private const string Get = "  /things/{id}:\n    get:\n      operationId: Things_Get\n      parameters:\n        - { name: id, in: path, required: true, schema: { type: string } }\n";
    private const string List = "  /things/:\n    get:\n      operationId: Things_List\n";
    private const string Part = "'200': { description: The part., content: { application/json: { schema: { $ref: '#/components/schemas/Part' } } } }";
    private const string NoContent = "'204': { description: Done. }";
    private const string Size = "Size: { type: string, enum: [small, large] }";
    private const string FirstTwin = "    FirstTwin: { type: object, properties: { twin: { type: string } } }\n";
    private const string SecondTwin = "    SecondTwin: { type: object, properties: { twin: { type: string } } }\n";
    private const string ThirdTwin = "    ThirdTwin: { type: object, properties: { twin: { type: string } } }\n";
    private const string FourthTwin = "    FourthTwin: { type: object, properties: { twin: { type: string } } }\n";
    private const string DogIsPet = "Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, ";

    // Methods.
    [TestCase(PartPath, RenamedPartPath, "C#: argument-renamed risky ×2")]
    [TestCase(Tags, Tags + Next + Last, "C#: argument-added risky ×2", "new-optional-request-parameter compatible ×2")]
    [TestCase(Tags, "- { name: tags, in: query, schema: { type: array, items: { type: integer } } }", "C#: argument-type-changed breaking", "request-property-type-changed breaking")]
    [TestCase(Get, List, "C#: method-added risky", "C#: method-removed breaking", "api-removed-without-deprecation breaking", "endpoint-added compatible")]
    [TestCase(NoContent, Part, "C#: result-type-changed breaking", "response-success-status-added compatible", "response-success-status-removed breaking")]
    [TestCase(Part, Part + "\n        " + NoContent, "C#: result-nullability-changed risky", "response-success-status-added compatible")]

    // Enumerations.
    [TestCase("['<', '<=']", "['<', '<>', '<=']", "C#: enumeration-member-added compatible", "C#: enumeration-member-value-changed breaking")]
    [TestCase(Size, "Size: { type: string, deprecated: true, enum: [small, large] }", "C#: became-obsolete risky ×2", "response-property-deprecated compatible")]
    [TestCase(Size, "Size: { type: integer, enum: [1, 2] }", "C#: enumeration-type-changed breaking", "response-property-enum-value-added risky ×2", "response-property-enum-value-removed compatible ×2", "response-property-type-changed breaking")]

    // Types of another kind.
    [TestCase(Size, "Size: { type: object, properties: { small: { type: string } } }", "C#: type-kind-changed breaking", "response-property-added compatible", "response-property-type-changed breaking")]
    [TestCase(Size, "Size: { oneOf: [{ type: string }, { type: integer }] }", "C#: type-kind-changed breaking", "response-property-type-changed breaking")]

    // Base classes.
    [TestCase(DogIsPet, "Dog: { allOf: [{ $ref: '#/components/schemas/Animal' }, ", "C#: base-class-changed breaking")]

    // Renamed types. Types in a renamed type may be renamed, too.
    [TestCase("Box", "Crate", "C#: type-renamed breaking ×2")]
    [TestCase("Node", "Knot", "C#: type-renamed breaking")]
    [TestCase("Choice: {", "Selection: {", "C#: type-renamed breaking")]
    [TestCase(FirstTwin + SecondTwin, ThirdTwin, "C#: type-removed breaking", "C#: type-renamed breaking")]
    [TestCase(FirstTwin, ThirdTwin + FourthTwin, "C#: type-added compatible", "C#: type-renamed breaking")]

    // Types that were replaced by others.
    [TestCase("FirstTwin: { type: object, properties: { twin: {", "Other: { type: object, properties: { other: {", "C#: type-added compatible", "C#: type-removed breaking")]
    [TestCase("FirstTwin: { type: object, properties: { twin: { type: string", "Other: { type: object, properties: { twin: { type: integer", "C#: type-added compatible", "C#: type-removed breaking")]
    [TestCase("Operator: { type: string, enum: ['<', '<=']", "Comparison: { type: string, enum: ['<', '>']", "C#: type-added compatible", "C#: type-removed breaking")]
    [TestCase("Choice: { oneOf: [{ $ref: '#/components/schemas/Size' }", "Selection: { oneOf: [{ $ref: '#/components/schemas/Node' }", "C#: type-added compatible", "C#: type-removed breaking")]
    [TestCase(DogIsPet, "Cat: { allOf: [{ $ref: '#/components/schemas/Animal' }, ", "C#: type-added compatible", "C#: type-removed breaking")]

    // Alternatives.
    [TestCase("/Size' }, { type: array, items: { $ref: '#/components/schemas/Part' } }] }", "/Size' }, { type: array, items: { type: object, nullable: true, allOf: [{ $ref: '#/components/schemas/Part' }] } }] }", "C#: alternative-nullability-changed risky")]
    [TestCase("Choice: { oneOf: [{ $ref: '#/components/schemas/Size' }", "Choice: { oneOf: [{ $ref: '#/components/schemas/Node' }", "C#: alternative-added compatible", "C#: alternative-removed breaking")]
    [TestCase("Size", "Extent", "C#: alternative-renamed breaking", "C#: type-renamed breaking")]
    [TestCase("PartList: {", "Pieces: {", "C#: type-renamed breaking")]
    public void Change_has_the_expected_impact(string from, string to, params string[] expected)
    {
        var text = ContractPair.Text("csharp.yaml");
        Assert.That(ContractPair.Changes(text, text.Replace(from, to, StringComparison.Ordinal)), Is.EqualTo(expected));
    }
}
