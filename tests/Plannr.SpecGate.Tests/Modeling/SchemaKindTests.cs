using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>The keywords that decide the kind of C# type that a schema becomes.</summary>
public sealed class SchemaKindTests
{
    private const string Thing = "#/components/schemas/Thing";

    [TestCase("{ type: string, enum: [a, 1] }", "Enum")]
    [TestCase("{ type: string, enum: [1] }", "Primitive")]
    [TestCase("{ type: string, enum: [a, [b]] }", "Primitive")]
    [TestCase("{ type: integer, enum: [1, a] }", "Enum")]
    [TestCase("{ type: boolean, enum: [a] }", "Primitive")]
    [TestCase("{ enum: [a, b] }", "Enum")]
    [TestCase("{ enum: [a, 1] }", "Any")]
    [TestCase("{ enum: [null] }", "Any")]
    [TestCase("{ items: { type: string } }", "Array")]
    [TestCase("{ additionalProperties: { type: string } }", "Dictionary")]
    [TestCase("{ additionalProperties: true }", "Any")]
    [TestCase("{ discriminator: { propertyName: a } }", "Class")]
    [TestCase("{ type: object, discriminator: { propertyName: a } }", "Class")]
    [TestCase("{ type: string, discriminator: { propertyName: a } }", "Primitive")]
    [TestCase("{ type: array, items: {}, discriminator: { propertyName: a } }", "Array")]
    [TestCase("{ discriminator: { propertyName: a }, oneOf: [{ properties: { a: {} } }] }", "Union")]
    public void Schema_has_the_kind_of_its_keywords(string schema, string expected)
        => Assert.That(SchemaKinds.Of(Read(schema), isComponent: false).ToString(), Is.EqualTo(expected));

    [TestCase("title: A")]
    [TestCase("description: A")]
    [TestCase("example: a")]
    [TestCase("examples: [a]")]
    [TestCase("default: a")]
    [TestCase("deprecated: true")]
    [TestCase("externalDocs: { url: 'https://example.com' }")]
    [TestCase("xml: { name: a }")]
    [TestCase("nullable: true")]
    [TestCase("readOnly: true")]
    [TestCase("writeOnly: true")]
    [TestCase("not: { enum: [a] }")]
    [TestCase("pattern: a")]
    [TestCase("minLength: 1")]
    [TestCase("maxLength: 1")]
    [TestCase("minimum: 1")]
    [TestCase("maximum: 1")]
    [TestCase("exclusiveMinimum: true")]
    [TestCase("exclusiveMaximum: true")]
    [TestCase("multipleOf: 2")]
    [TestCase("minItems: 1")]
    [TestCase("maxItems: 1")]
    [TestCase("uniqueItems: true")]
    [TestCase("minProperties: 1")]
    [TestCase("maxProperties: 1")]
    [TestCase("x-other: 1")]
    public void Part_that_only_describes_or_restricts_the_others_is_ignored(string keyword)
        => Assert.That(SchemaKinds.Parts(Read($"{{ allOf: [{{ $ref: '{Thing}' }}, {{ {keyword} }}] }}")), Has.Count.EqualTo(1));

    [TestCase("$ref: '" + Thing + "'")]
    [TestCase("type: string")]
    [TestCase("properties: { a: {} }")]
    [TestCase("items: {}")]
    [TestCase("enum: [a]")]
    [TestCase("allOf: [{ type: string }]")]
    [TestCase("oneOf: [{ type: string }]")]
    [TestCase("anyOf: [{ type: string }]")]
    public void Alternative_with_a_type_of_its_own_counts_beside_a_primitive_type(string keyword)
        => Assert.That(SchemaKinds.Alternatives(Read($"{{ type: string, oneOf: [{{ description: A, {keyword} }}] }}")), Has.Count.EqualTo(1));

    [TestCase("string")]
    [TestCase("integer")]
    [TestCase("number")]
    [TestCase("boolean")]
    public void Alternative_that_only_restricts_a_primitive_type_is_ignored(string type)
        => Assert.That(SchemaKinds.Alternatives(Read($"{{ type: {type}, oneOf: [{{ minimum: 1, maxLength: 1 }}] }}")), Is.Empty);

    [TestCase("required: [a]")]
    [TestCase("not: { required: [a] }")]
    [TestCase("nullable: true")]
    [TestCase("description: A")]
    [TestCase("title: A")]
    public void Alternative_that_only_restricts_an_object_is_ignored(string keyword)
        => Assert.That(SchemaKinds.Alternatives(Read($"{{ type: object, anyOf: [{{ {keyword} }}] }}")), Is.Empty);

    [TestCase("type: object")]
    [TestCase("properties: { a: {} }")]
    [TestCase("items: {}")]
    [TestCase("allOf: [{ type: object }]")]
    [TestCase("additionalProperties: {}")]
    public void Alternative_without_restrictions_is_ignored_beside_a_type(string keyword)
        => Assert.That(SchemaKinds.Alternatives(Read($"{{ description: A, {keyword}, oneOf: [{{ title: A }}] }}")), Is.Empty);

    [TestCase("", 1)]
    [TestCase("title: A", 1)]
    [TestCase("description: A", 1)]
    [TestCase("required: [a]", 0)]
    public void Alternative_without_restrictions_counts_in_a_schema_without_a_type(string keywords, int expected)
        => Assert.That(SchemaKinds.Alternatives(Read($"{{ oneOf: [{{ {keywords} }}] }}")), Has.Count.EqualTo(expected));

    [TestCase("description: Own., allOf: [{ description: Remark. }]", "Own.")]
    [TestCase("allOf: [{ title: A }, { description: Remark. }]", "Remark.")]
    [TestCase("allOf: [{ description: Remark., type: string, format: uuid, x-other: 1 }]", "Remark.")]
    [TestCase("allOf: [{ description: Remark., type: integer, enum: [1] }]", "Remark.")]
    [TestCase("allOf: [{ description: Remark., type: number, minimum: 1 }]", "Remark.")]
    [TestCase("allOf: [{ description: Remark., type: boolean }]", "Remark.")]
    [TestCase("allOf: [{ description: Other., type: string, oneOf: [{ type: string }] }]", null)]
    [TestCase("allOf: [{ description: Other., type: object }]", null)]
    public void Description_comes_from_the_schema_or_from_a_part_that_only_describes_it(string keywords, string? expected)
        => Assert.That(SchemaKinds.Remark(Read($"{{ {keywords} }}"), "description"), Is.EqualTo(expected));

    [TestCase("allOf: [{ $ref: '" + Thing + "' }]", Thing)]
    [TestCase("allOf: [{ $ref: '" + Thing + "' }], enum: [a]", null)]
    [TestCase("allOf: [{ $ref: '" + Thing + "' }], properties: { a: {} }", null)]
    [TestCase("allOf: [{ $ref: '" + Thing + "' }], additionalProperties: { type: string }", null)]
    [TestCase("allOf: [{ $ref: '" + Thing + "' }], additionalProperties: false", Thing)]
    // The type is ignored. Generators write it beside references to enumerations.
    [TestCase("type: object, allOf: [{ $ref: '#/components/schemas/Status' }]", "#/components/schemas/Status")]
    [TestCase("oneOf: [{ $ref: '" + Thing + "' }, { enum: [null] }]", Thing)]
    [TestCase("properties: { a: {} }, oneOf: [{ $ref: '" + Thing + "' }, { enum: [null] }]", null)]
    [TestCase("discriminator: { propertyName: a }, oneOf: [{ $ref: '" + Thing + "' }, { enum: [null] }]", null)]
    [TestCase("allOf: [{ $ref: '" + Thing + "' }, { type: object, properties: { b: {} } }], oneOf: [{ $ref: '" + Thing + "' }, { enum: [null] }]", null)]
    // A type without properties of its own whose name is a value of the discriminator.
    [TestCase("allOf: [{ $ref: '#/components/schemas/Open' }]", null)]
    public void Schema_wraps_another_schema_if_it_adds_nothing_to_the_type(string keywords, string? expected)
    {
        var (contract, warnings) = (Contract($"Outer: {{ {keywords} }}"), new List<string>());
        var wrappers = new Wrappers(contract, (_, _, message) => warnings.Add(message));

        Assert.That((wrappers.Wrapped(Schema(contract, "Outer"), contract.Main) as SourceMap)?.Reference, Is.EqualTo(expected));
        Assert.That(warnings, Is.Empty);
    }

    [Test]
    public void Schema_with_a_discriminator_and_alternatives_that_are_not_objects_is_a_union()
    {
        var (contract, warnings) = (Contract("Outer: { properties: { a: {} }, discriminator: { propertyName: a }, oneOf: [{ type: string }, { type: integer }] }"), new List<string>());
        var wrappers = new Wrappers(contract, (_, _, message) => warnings.Add(message));

        Assert.That((wrappers.Wrapped(Schema(contract, "Outer"), contract.Main) as SourceMap)?.List("oneOf").Count(), Is.EqualTo(2));
        Assert.That(warnings, Is.Empty);
    }

    [Test]
    public void Missing_schema_cannot_be_opened()
        => Assert.That(Open("Outer: { allOf: [{ $ref: '#/components/schemas/Missing' }] }"), Is.Null);

    [Test]
    public void Schemas_that_wrap_each_other_open_to_one_of_them()
        => Assert.That(Open("Outer: { allOf: [{ $ref: '#/components/schemas/Inner' }] }\nInner: { allOf: [{ $ref: '#/components/schemas/Outer' }] }")!.Has("allOf"), Is.True);

    [TestCase("int32", "-2147483648, 2147483647", "int")]
    [TestCase("int32", "-2147483649", "long")]
    [TestCase("int32", "2147483648", "long")]
    [TestCase("uint32", "0, 4294967295", "uint")]
    [TestCase("uint32", "-1", "long")]
    [TestCase("uint32", "4294967296", "long")]
    [TestCase("uint64", "0, 18446744073709551615", "ulong")]
    [TestCase("uint64", "-1", "long")]
    [TestCase("int64", "-9223372036854775808, 9223372036854775807", "long")]
    [TestCase("int64", "9223372036854775808", "ulong")]
    [TestCase("int64", "-1, 9223372036854775808", null)]
    public void Enumeration_has_the_type_of_its_format_or_a_wider_type_that_holds_all_values(string format, string values, string? expected)
        => Assert.That(EnumerationValues.TypeOf(Read($"{{ type: integer, format: {format}, enum: [{values}] }}"))?.CSharpName, Is.EqualTo(expected));

    private static SourceMap? Open(string schemas)
    {
        var contract = Contract(schemas);
        return new Wrappers(contract, (_, _, _) => { }).Open(Schema(contract, "Outer"), contract.Main)?.Node;
    }

    private static SourceMap Schema(OpenApiContract contract, string name) => contract.Root.Map("components")!.Map("schemas")!.Map(name)!;

    private static SourceMap Read(string schema) => (SourceMap)SourceReader.Read("schema.yaml", schema, [])!;

    private static OpenApiContract Contract(string schemas)
        => OpenApiContract.Parse("contract.yaml", $$"""
            openapi: 3.0.3
            info: { title: Kinds, version: 1.0.0 }
            paths: {}
            components:
              schemas:
                Thing: { type: object, properties: { a: {} } }
                Status: { type: string, enum: [a] }
                Open: { type: object, discriminator: { propertyName: kind } }
                {{schemas.Replace("\n", "\n    ", StringComparison.Ordinal)}}
            """, []);
}
