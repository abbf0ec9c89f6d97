using NUnit.Framework.Constraints;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>The types of composed schemas: their properties, base classes and discriminator values.</summary>
public sealed class ComposedSchemaTests
{
    private const string Start = "openapi: 3.0.3\ninfo: { title: Composed, version: 1.0.0 }\npaths: {}\ncomponents:\n  schemas:\n";

    private const string TypeOfBaseClass = "The property 'a' has the type that the base class gives it, because C# cannot change the type of an inherited property. That type holds every value.";

    private const string CatAndDog = """
        Cat: { type: object, properties: { kind: { type: string } } }
        Dog: { type: object, properties: { kind: { type: string } } }
        """;

    private const string Mapping = "discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } }";

    // The other documents are in its folder. The file does not exist.
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Contracts", "contract.yaml");

    [TestCase("{ type: integer }", "{ type: integer }")]
    [TestCase("{ type: string }", "{}")]
    [TestCase("{ type: string, format: uuid }", "{ type: string, format: uuid }")]
    [TestCase("{ type: string, format: uuid }", "{ type: string }")]
    [TestCase("{ type: string }", "{ type: string, format: uuid }", TypeOfBaseClass)]
    [TestCase("{ type: number }", "{ type: integer }", TypeOfBaseClass)]
    [TestCase("{ type: string }", "{ type: string, enum: [x] }", TypeOfBaseClass)]
    [TestCase("{ type: string }", "{ type: integer }", "the property 'a' with this type: the base class defines it with another type.")]
    public void Property_that_a_subtype_redefines_is_reported_if_its_type_differs(string inherited, string own, params string[] findings)
        => Assert.That(
            Findings($$"""
                Base: { type: object, properties: { kind: { type: string }, a: {{inherited}} }, discriminator: { propertyName: kind } }
                Heir: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { a: {{own}} } }] }
                """),
            EndWith(findings));

    [TestCase("{ type: string }", "{ enum: [x] }")]
    [TestCase("{ type: string }", "{ type: string, format: uuid }")]
    [TestCase("{ type: integer }", "{}")]
    [TestCase("{ type: integer }", "{ enum: [x] }", "the discriminator 'kind' with this type: the base class defines it with another type.")]
    [TestCase("{ type: number }", "{ type: integer }", "the discriminator 'kind' with this type: the base class defines it with another type.")]
    public void Discriminator_that_a_subtype_redefines_is_reported_if_its_kind_differs(string inherited, string own, params string[] findings)
        => Assert.That(
            Findings($$"""
                Base: { type: object, properties: { kind: {{inherited}} }, discriminator: { propertyName: kind, mapping: { 1: Heir } } }
                Heir: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { kind: {{own}} } }] }
                """),
            EndWith(findings));

    [Test]
    public void Property_that_a_subtype_of_a_subtype_redefines_keeps_the_base_class()
    {
        var heir = Class("Heir", """
            Root: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
            Middle: { allOf: [{ $ref: '#/components/schemas/Root' }, { type: object, properties: { a: { type: number } } }] }
            Heir: { allOf: [{ $ref: '#/components/schemas/Middle' }, { type: object, properties: { a: { type: integer } } }] }
            """);

        Assert.That((heir.Base, heir.Properties.Count), Is.EqualTo(("Middle", 0)));
    }

    [Test]
    public void Class_that_redefines_a_property_has_the_properties_of_the_base_class_first()
    {
        var heir = Class("Heir", """
            Base: { type: object, properties: { b: { type: string }, a: { type: number } } }
            Heir: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { c: { type: string }, a: { type: integer } } }] }
            """);

        Assert.That(heir.Base, Is.Null);
        Assert.That(heir.Properties.Select(p => (p.Name, p.Type.CSharpName)), Is.EqualTo(new[] { ("B", "string"), ("A", "long"), ("C", "string") }));
    }

    [TestCase("{ $ref: '#/components/schemas/Plain' }, { $ref: '#/components/schemas/Root' }", "Root")]
    [TestCase("{ $ref: '#/components/schemas/Plain' }, { $ref: '#/components/schemas/Middle' }", "Middle")]
    [TestCase("{ $ref: '#/components/schemas/Plain' }, { $ref: '#/components/schemas/Other' }", "Plain")]
    [TestCase("{ $ref: '#/components/schemas/Map' }, { $ref: '#/components/schemas/Other' }", "Other")]
    public void Base_class_is_the_first_class_with_a_discriminator_or_the_first_class(string parts, string expected)
    {
        var thing = Class("Thing", $$"""
            Thing: { allOf: [{{parts}}] }
            Root: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
            Middle: { allOf: [{ $ref: '#/components/schemas/Root' }, { type: object, properties: { m: { type: string } } }] }
            Plain: { type: object, properties: { p: { type: string } } }
            Other: { type: object, properties: { o: { type: string } } }
            Map: { type: object }
            """);

        Assert.That(thing.Base, Is.EqualTo(expected));
    }

    [Test]
    public void Property_that_several_alternatives_define_has_each_type_once()
        => Assert.That(
            Build("""
                Thing: { type: object, properties: { id: { type: string } }, oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }, { $ref: '#/components/schemas/Three' }, { $ref: '#/components/schemas/Four' }] }
                One: { type: object, properties: { a: { type: object, title: One, properties: { x: {} } } } }
                Two: { type: object, properties: { a: { type: integer } } }
                Three: { type: object, properties: { a: { type: object, description: Three., properties: { x: {} } } } }
                Four: { type: object, properties: { a: { type: object, example: { x: 4 }, properties: { x: {} } } } }
                """).Model.Types.OfType<UnionModel>().Single().Alternatives.Select(a => a.Type.CSharpName),
            Is.EqualTo(new[] { "OneA", "long" }));

    [Test]
    public void Property_that_alternatives_in_several_documents_define_is_refused()
        => Assert.That(
            Findings("""
                Thing: { type: object, properties: { id: { type: string } }, oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: 'part-thing.yaml#/Parent' }] }
                One: { type: object, properties: { name: { type: integer } } }
                """),
            EndWith("a property that alternatives in several documents define."));

    [TestCase("{ type: boolean }")]
    [TestCase("{ type: integer }")]
    [TestCase("{ type: number }")]
    [TestCase("{ type: array }")]
    [TestCase("{ items: { type: string } }")]
    [TestCase("{ type: object }")]
    [TestCase("{ properties: { a: {} } }")]
    [TestCase("{ additionalProperties: { type: string } }")]
    [TestCase("{ discriminator: { propertyName: a } }")]
    public void Parts_with_different_types_are_reported(string part)
        => Assert.That(
            Findings($"Thing: {{ allOf: [{part}, {{ type: string }}] }}"),
            EndWith("No value fits all parts of this schema, because they have different types. It is generated as any JSON (JToken). Correct the types."));

    [TestCase("{ type: string, enum: [a], allOf: [{ $ref: '#/components/schemas/Text' }] }")]
    [TestCase("{ type: string, anyOf: [{ type: integer }, { type: boolean }] }")]
    public void Enumeration_or_union_that_other_keywords_restrict_keeps_its_type(string schema)
        => Assert.That(
            Class("Holder", $"Holder: {{ type: object, properties: {{ value: {schema} }} }}\nText: {{ type: string }}").Properties.Single().Type.CSharpName,
            Is.EqualTo("HolderValue"));

    [Test]
    public void Schema_that_is_part_of_itself_has_the_type_of_its_other_part()
        => Assert.That(
            Class("Holder", "Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Own' } } }\nOwn: { allOf: [{ $ref: '#/components/schemas/Own' }, { type: string }] }").Properties.Single().Type.CSharpName,
            Is.EqualTo("string"));

    [Test]
    public void Discriminator_value_that_its_format_does_not_allow_is_ignored()
    {
        var (model, findings) = Build("""
            Base: { type: object, properties: { kind: { type: string, format: date } }, discriminator: { propertyName: kind, mapping: { '2024-01-31': One, '2024-02-30': Two } } }
            One: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { a: {} } }] }
            Two: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { b: {} } }] }
            """);

        Assert.That(((ClassModel)model.Types[0]).Subtypes!.Types, Is.EqualTo(new[] { ("2024-01-31", "One") }));
        Assert.That(findings, EndWith("The mapping of '2024-02-30' is ignored, because the property 'kind' cannot have this value."));
    }

    [TestCase("./part-thing.yaml")]
    [TestCase("part-thing.yaml#")]
    [TestCase("part-thing.yaml#/Parent")]
    public void Mapping_may_name_a_schema_of_another_document(string target)
        => Assert.That(
            Findings($"Thing: {{ oneOf: [{{ $ref: '#/components/schemas/Cat' }}], discriminator: {{ propertyName: kind, mapping: {{ cat: Cat, thing: '{target}' }} }} }}\n{CatAndDog}"),
            Is.Empty);

    [Test]
    public void Parts_with_properties_and_a_mapping_are_not_unions()
        => Assert.That(
            Class("Thing", $$"""
                Thing: { allOf: [{ type: object, properties: { kind: {}, a: {} }, {{Mapping}} }, { type: object, properties: { b: {} }, {{Mapping}} }] }
                {{CatAndDog}}
                """).Properties.Select(p => p.Name),
            Is.EqualTo(new[] { "Kind", "A", "B" }));

    [Test]
    public void Schema_with_properties_and_a_mapping_to_itself_is_a_class()
        => Assert.That(
            Build($"Pet: {{ type: object, properties: {{ kind: {{}} }}, discriminator: {{ propertyName: kind, mapping: {{ cat: Cat, dog: Dog, pet: Pet }} }} }}\n{CatAndDog}").Model.Types.Select(t => t.GetType().Name),
            Is.All.EqualTo(nameof(ClassModel)));

    [Test]
    public void Schema_with_properties_and_a_mapping_keeps_its_marks()
    {
        var (model, _) = Build($$"""
            Holder: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' } } }
            Pet: { deprecated: true, nullable: true, readOnly: true, writeOnly: true, type: object, properties: { kind: {} }, {{Mapping}} }
            {{CatAndDog}}
            """);

        var property = ((ClassModel)model.Types[0]).Properties.Single();
        Assert.That((property.IsDeprecated, property.Type.IsNullable, property.IsReadOnly, property.IsWriteOnly), Is.EqualTo((true, true, true, true)));
        Assert.That(model.Types.OfType<UnionModel>().Single().IsDeprecated, Is.True);
    }

    [TestCase("")]
    [TestCase("Cat: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { a: {} } }] }", "All objects are read as this class, because a discriminator must be text, a number or a boolean, but not a timestamp or bytes. Change the type of the discriminator 'kind'.")]
    public void Discriminator_of_a_type_that_cannot_identify_types_is_reported_if_there_are_subtypes(string subtypes, params string[] findings)
        => Assert.That(
            Findings($"Base: {{ type: object, properties: {{ kind: {{ type: array, items: {{ type: string }} }} }}, discriminator: {{ propertyName: kind{(subtypes.Length > 0 ? ", mapping: { cat: Cat }" : "")} }} }}\n{subtypes}"),
            EndWith(findings));

    [TestCase("{ type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { one: Heir } } }")]
    [TestCase("{ type: object, required: [kind], discriminator: { propertyName: kind, mapping: { one: Heir } } }")]
    [TestCase("{ type: object, additionalProperties: true, discriminator: { propertyName: kind, mapping: { one: Heir } } }")]
    [TestCase("{ discriminator: { propertyName: kind, mapping: { one: Heir } } }")]
    public void Base_class_does_not_need_the_keyword_properties(string parent)
    {
        var (model, findings) = Build($"Base: {parent}\nHeir: {{ allOf: [{{ $ref: '#/components/schemas/Base' }}, {{ type: object, properties: {{ a: {{ type: string }} }} }}] }}");

        Assert.That(findings, Is.Empty);
        var classes = model.Types.OfType<ClassModel>().ToDictionary(t => t.Name);
        Assert.That(classes["Base"].Subtypes!.Types, Is.EqualTo(new[] { ("one", "Heir") }));
        Assert.That(classes["Heir"].Properties.Select(p => p.WireName), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void Mapping_of_a_base_class_to_a_schema_that_does_not_inherit_is_reported()
        => Assert.That(
            Findings("Base: { type: object, discriminator: { propertyName: kind, mapping: { other: Other } } }\nOther: { type: object, properties: { a: {} } }"),
            EndWith("The mapping of 'other' is ignored, because its schema does not inherit from this one. Add this schema to its allOf."));

    [Test]
    public void Values_of_a_union_have_the_form_of_the_type_of_the_property()
        => Assert.That(
            Values("""
                Thing: { oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }], discriminator: { propertyName: kind, mapping: { '1.0': One, '02': Two } } }
                One: { type: object, properties: { kind: { type: number } } }
                Two: { type: object, properties: { kind: { type: number } } }
                """),
            Is.EqualTo(new[] { "1", "2" }));

    [Test]
    public void Mapping_may_name_the_schema_that_an_alternative_wraps_or_the_alternative_itself()
        => Assert.That(
            Values($$"""
                Thing: { oneOf: [{ $ref: '#/components/schemas/NullableCat' }, { $ref: '#/components/schemas/NullableDog' }], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: NullableDog } } }
                NullableCat: { nullable: true, allOf: [{ $ref: '#/components/schemas/Cat' }] }
                NullableDog: { nullable: true, allOf: [{ $ref: '#/components/schemas/Dog' }] }
                {{CatAndDog}}
                """),
            Is.EqualTo(new[] { "cat", "dog" }));

    [Test]
    public void Union_within_a_union_with_a_discriminator_may_have_alternatives_that_are_not_objects()
        => Assert.That(
            Findings($$"""
                Thing: { oneOf: [{ $ref: '#/components/schemas/Inner' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: Inner, dog: Dog } } }
                Inner: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: string }] }
                {{CatAndDog}}
                """),
            Is.Empty);

    private static EqualConstraint EndWith(params string[] messages)
        => Is.EqualTo(messages).Using<string, string>((finding, message) => finding.EndsWith(message, StringComparison.Ordinal));

    private static IEnumerable<string> Values(string schemas) => Build(schemas).Model.Types.OfType<UnionModel>().Single(t => t.Name == "Thing").Alternatives.Select(a => string.Join(' ', a.Values));

    private static ClassModel Class(string name, string schemas) => Build(schemas).Model.Types.OfType<ClassModel>().Single(t => t.Name == name);

    private static string[] Findings(string schemas) => Build(schemas).Findings;

    private static string Indented(string schemas) => string.Concat(schemas.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(s => $"    {s}\n"));

    private static (ApiModel Model, string[] Findings) Build(string schemas)
    {
        var (structure, findings) = (new Findings(), new Findings());
        var model = ModelBuilder.Build(OpenApiContract.Parse(File, Start + Indented(schemas), structure), findings);
        Assert.That(structure, Is.Empty);
        return (model, [.. findings.Select(f => f.ToString())]);
    }
}
