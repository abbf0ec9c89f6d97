using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>The C# types of schemas, before the contract is normalized.</summary>
public sealed class TypeModelTests
{
    private const string Start = "openapi: 3.0.3\ninfo: { title: Types, version: 1.0.0 }\n";

    private const string Animals = """
        Cat: { type: object, properties: { kind: { type: string }, type: { type: string, enum: [cat] } } }
        Dog: { type: object, properties: { kind: { type: string }, type: { type: string, enum: [dog] } } }
        """;

    [TestCase("ApiClient ApiFile ApiObject ApiOperation ApiRequest ApiResponse ArgumentException ArgumentNullException CancellationToken")]
    [TestCase("DateOnly DateTimeOffset Dictionary EqualityComparer Exception ExtensibleEnumConverter ExtensibleObject FieldEncoding FieldVisitor Guid")]
    [TestCase("HttpClient HttpRequestException IDictionary IEnumerable IEquatable IExtensibleEnumeration IList IsKnown JToken JTokenType")]
    [TestCase("JsonConverter JsonConverterAttribute JsonExtensionData JsonExtensionDataAttribute JsonFormats JsonMembers JsonProperty JsonPropertyAttribute")]
    [TestCase("List Object Obsolete ObsoleteAttribute OperationCanceledException ParameterStyle PlannrApiException PlannrJson ReadOnly ReadOnlyAttribute")]
    [TestCase("SetProperties String System SystemTextJsonEnumerationConverter SystemTextJsonObjectConverter SystemTextJsonUnionConverter Task Union UnionConverter Uri")]
    [TestCase("AdditionalProperties VisitField")]
    public void Class_named_like_a_type_or_a_member_of_generated_code_gets_a_suffix(string names)
        => Assert.That(
            Types(string.Concat(names.Split(' ').Select(n => $"{n}: {{ type: object }}\n"))).Select(t => t.Name),
            Is.EqualTo(names.Split(' ').Select(n => n + "Model")));

    [Test]
    public void Enumeration_named_like_a_member_of_all_enumerations_gets_a_suffix()
    {
        string[] names = ["Value", "Equals", "GetHashCode", "ToString", "TryParse", "PrintMembers"];

        var types = Types(string.Concat(names.Select(n => $"{n}: {{ type: string, enum: [a] }}\n")) + "Members: { type: object }\n");

        Assert.That(types.Select(t => t.Name), Is.EqualTo(names.Select(n => n + "Model").Append("Members")));
    }

    [Test]
    public void Property_named_like_a_member_of_all_classes_gets_a_number()
    {
        string[] names = ["AdditionalProperties", "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize", "JsonFormats", "JsonMembers", "OtherProperties", "VisitField", "Thing"];

        var thing = Class("Thing", $"Thing: {{ type: object, properties: {{ {string.Join(", ", names.Select(n => n + ": { type: string }"))} }} }}");

        Assert.That(thing.Properties.Select(p => p.Name), Is.EqualTo(names.Select(n => n + "2")));
    }

    [Test]
    public void Value_named_like_a_member_of_all_enumerations_gets_a_number()
    {
        string[] names = ["Value", "Equals", "GetHashCode", "GetType", "ToString", "TryParse", "ReferenceEquals", "MemberwiseClone", "PrintMembers", "Clone", "Status"];

        var status = (EnumerationModel)Types($"Status: {{ type: string, deprecated: true, enum: [{string.Join(", ", names)}] }}").Single();

        Assert.That(status.Members.Select(m => m.Name), Is.EqualTo(names.Select(n => n + "2")));
        Assert.That(status.IsDeprecated, Is.True);
        Assert.That(status.Members.Select(m => (m.At.File, m.At.Mark.Line)), Is.All.EqualTo(("contract.yaml", 6)));
    }

    [TestCase("Json", "Json2")]
    [TestCase("Thing", "Thing2")]
    public void Alternative_whose_method_would_have_a_name_in_use_gets_a_number(string name, string expected)
        => Assert.That(Labels("AsThing", $"AsThing: {{ oneOf: [{{ $ref: '#/components/schemas/{name}' }}, {{ type: string }}] }}\n{name}: {{ type: object }}"), Is.EqualTo(new[] { expected, "String" }));

    [Test]
    public void Alternatives_whose_labels_and_methods_would_have_the_same_name_get_a_number()
        => Assert.That(
            Labels("Thing", "Thing: { oneOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/AsPet' }] }\nPet: { type: object }\nAsPet: { type: object }"),
            Is.EqualTo(new[] { "Pet", "AsPet2" }));

    [Test]
    public void Types_without_a_name_are_named_after_their_place()
        => Assert.That(
            Types("""
                Thing: { type: object, properties: { list: { type: array, items: { type: object, properties: { a: {} } } }, map: { type: object, additionalProperties: { type: object, properties: { a: {} } } } }, additionalProperties: { type: object, properties: { a: {} } } }
                Either: { oneOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { b: {} } }] }
                """).Select(t => t.Name),
            Is.EquivalentTo(new[] { "Thing", "ThingListItem", "ThingMapValue", "ThingValue", "Either", "EitherOption1", "EitherOption2" }));

    [Test]
    public void Base_class_that_is_not_a_component_is_named_after_the_reference()
    {
        var types = Types("""
            Heir: { allOf: [{ $ref: '#/components/schemas/Middle' }, { type: object, properties: { own: { type: string } } }] }
            Middle: { allOf: [{ $ref: '#/components/schemas/Holder/properties/pet' }, { type: object, properties: { more: { type: string } } }] }
            Holder: { type: object, properties: { pet: { type: object, properties: { pet: { type: string } } } } }
            """).OfType<ClassModel>().ToDictionary(c => c.Name);

        Assert.That(types["Middle"].Base, Is.EqualTo("Pet"));
        // A property cannot have the name of its class.
        Assert.That(types["Pet"].Properties.Select(p => p.Name), Is.EqualTo(new[] { "Pet2" }));
    }

    [Test]
    public void Property_that_one_part_narrows_keeps_its_type_if_another_part_has_the_same_base_class()
    {
        var thing = Class("Thing", """
            Thing: { allOf: [{ $ref: '#/components/schemas/Root' }, { $ref: '#/components/schemas/Narrow' }, { $ref: '#/components/schemas/Other' }] }
            Narrow: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { a: { type: string, format: uuid } } }] }
            Other: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { b: { type: string } } }] }
            Base: { type: object, properties: { a: { type: string } } }
            Root: { type: object, properties: { c: { type: string } } }
            """);

        Assert.That(thing.Properties.Select(p => (p.Name, p.Type.PartName)), Is.EqualTo(new[] { ("A", "Guid"), ("B", "string") }));
    }

    [TestCase("{ type: object, properties: { a: {} }, additionalProperties: {} }", true, null)]
    [TestCase("{ type: object, properties: { a: {} }, additionalProperties: { nullable: true } }", true, "JToken?")]
    [TestCase("{ type: object, properties: { a: {} }, additionalProperties: { type: string } }", true, "string")]
    [TestCase("{ type: object, properties: { a: {} }, additionalProperties: false }", false, null)]
    [TestCase("{ allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { a: {} }, additionalProperties: { type: string } }] }", false, null)]
    public void Additional_properties_of_a_class_without_a_base_class_have_the_type_of_their_schema(string schema, bool keeps, string? expected)
    {
        var thing = Class("Thing", $"Thing: {schema}\nBase: {{ type: object, properties: {{ b: {{}} }} }}");

        Assert.That((thing.KeepsOthers, thing.Others?.PartName), Is.EqualTo((keeps, expected)));
    }

    [TestCase("{ type: string, format: binary }")]
    [TestCase("{ type: array, items: { type: string, format: binary } }")]
    public void Form_with_files_under_any_name_is_refused(string additional)
        => Assert.That(
            Build(Form("multipart/form-data: { schema: { type: object, properties: { a: { type: string } }, additionalProperties: " + additional + " } }")).Findings,
            Has.Exactly(1).Contains("files under any name"));

    [TestCase("multipart/form-data: { schema: { $ref: '#/components/schemas/Thing' } }", "ApiFile")]
    [TestCase("multipart/form-data: { schema: { oneOf: [{ $ref: '#/components/schemas/Thing' }, { $ref: '#/components/schemas/Other' }] } }", "ApiFile")]
    [TestCase("multipart/form-data: { schema: { allOf: [{ $ref: '#/components/schemas/Thing' }, { type: object, properties: { a: { type: string } } }] } }", "ApiFile")]
    [TestCase("multipart/form-data: { schema: { $ref: '#/components/schemas/Thing' } }, application/json: { schema: { $ref: '#/components/schemas/Thing' } }", "string")]
    [TestCase("multipart/form-data: { schema: { $ref: '#/components/schemas/Thing' } }, application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Thing' } }", "string")]
    public void Property_is_a_file_if_its_schema_is_only_used_in_multipart_forms(string content, string expected)
    {
        var (model, _) = Build(Form(content) + "components: { schemas: { Thing: { type: object, properties: { file: { type: string, format: binary } } }, Other: { type: object, properties: { b: { type: string } } } } }\n");

        Assert.That(model.Types.OfType<ClassModel>().Single(c => c.Name == "Thing").Properties.Single().Type.CSharpName, Is.EqualTo(expected));
    }

    [TestCase("{ type: string, description: Own. }", "Own.")]
    [TestCase("{ $ref: '#/components/schemas/Text' }", "Of the text.\nIf it is not set, the API uses \"a\".")]
    [TestCase("{ allOf: [{ $ref: '#/components/schemas/Text' }], description: Own., default: b }", "Own.\nIf it is not set, the API uses \"b\".")]
    [TestCase("{ allOf: [{ $ref: '#/components/schemas/Text' }, { description: Remark. }] }", "Remark.")]
    [TestCase("{ $ref: '#/components/schemas/Remarked' }", "Remark.")]
    public void Property_has_the_description_and_the_default_of_its_schema(string schema, string expected)
    {
        var thing = Class("Thing", $$"""
            Thing: { type: object, properties: { text: {{schema}} } }
            Text: { type: string, description: Of the text., default: a }
            Remarked: { allOf: [{ $ref: '#/components/schemas/Text' }, { description: Remark. }] }
            """);

        Assert.That(thing.Properties.Single().Description, Is.EqualTo(expected));
        Assert.That(thing.Properties.Single().At.Mark.Line, Is.EqualTo(6));
    }

    [TestCase("{ $ref: '#/components/schemas/Tree' }", false)]
    [TestCase("{ allOf: [{ $ref: '#/components/schemas/Nullable' }, { $ref: '#/components/schemas/Nullable2' }] }", true)]
    [TestCase("{ allOf: [{ $ref: '#/components/schemas/Nullable' }, { $ref: '#/components/schemas/Nullable2' }], properties: { c: {} } }", false)]
    public void Property_is_nullable_if_its_schema_allows_null(string schema, bool expected)
    {
        var thing = Class("Thing", $$"""
            Thing: { type: object, properties: { value: {{schema}} } }
            Tree: { oneOf: [{ type: string }, { type: integer }, { $ref: '#/components/schemas/Tree' }] }
            Nullable: { type: object, nullable: true, properties: { a: {} } }
            Nullable2: { type: object, nullable: true, properties: { b: {} } }
            """);

        Assert.That(thing.Properties.Single().Type.IsNullable, Is.EqualTo(expected));
    }

    [TestCase(50, false)]
    [TestCase(51, true)]
    public void List_of_more_than_50_levels_is_refused(int levels, bool isRefused)
    {
        var lists = string.Concat(Enumerable.Repeat("{ type: array, items: ", levels)) + "{ type: string }" + new string('}', levels);

        Assert.That(Build($"paths: {{}}\ncomponents: {{ schemas: {{ Thing: {{ type: object, properties: {{ a: {lists} }} }} }} }}\n").Findings.Any(f => f.Contains("more than 50 levels", StringComparison.Ordinal)), Is.EqualTo(isRefused));
    }

    [TestCase("[{ type: array, items: { type: string } }, { type: array, items: { type: string, nullable: true } }]", "IList<string?>")]
    [TestCase("[{ type: array, items: { type: string, nullable: true } }, { type: array, items: { type: string } }]", "IList<string?>")]
    [TestCase("[{ type: object, additionalProperties: { type: string } }, { type: object, additionalProperties: { type: string, nullable: true } }]", "IDictionary<string, string?>")]
    [TestCase("[{ type: object, additionalProperties: { type: string, nullable: true } }, { type: object, additionalProperties: { type: string } }]", "IDictionary<string, string?>")]
    [TestCase("[{ type: array, items: { type: integer } }, { type: array, items: { type: integer, nullable: true } }]", "IList<long>", "IList<long?>")]
    [TestCase("[{ type: string }, { $ref: '#/components/schemas/Endless' }]", "string", "IList<IList<JToken>>")]
    public void Alternatives_that_CSharp_considers_equal_are_merged(string alternatives, params string[] expected)
        => Assert.That(Union("Thing", $"Thing: {{ oneOf: {alternatives} }}\nEndless: {{ type: array, items: {{ $ref: '#/components/schemas/Endless' }} }}").Alternatives.Select(a => a.Type.CSharpName), Is.EqualTo(expected));

    [TestCase("[{ type: boolean, enum: [true] }, { type: boolean, enum: [false] }]", "true false")]
    [TestCase("[{ type: boolean, enum: [true] }, { type: boolean }]", "")]
    [TestCase("[{ type: boolean }, { type: boolean, enum: [true] }]", "")]
    [TestCase("[{ enum: [1, 2] }, { enum: [3] }]", "")]
    public void Merged_alternatives_have_the_values_of_both(string alternatives, string expected)
        => Assert.That(string.Join(' ', Union("Thing", $"Thing: {{ oneOf: {alternatives} }}").Alternatives.Single().Enumerated), Is.EqualTo(expected));

    [TestCase("{ $ref: '#/components/schemas/Kitten' }", "kind", "Cat Kitten")]
    [TestCase("{ allOf: [{ $ref: '#/components/schemas/Cat' }] }", null, "")]
    public void Merged_alternatives_have_the_discriminator_values_of_both_or_none(string other, string? discriminator, string values)
    {
        foreach (var pair in new[] { $"{{ $ref: '#/components/schemas/Cat' }}, {other}", $"{other}, {{ $ref: '#/components/schemas/Cat' }}" })
        {
            var thing = Union("Thing", $$"""
                Thing: { deprecated: true, oneOf: [{{pair}}], discriminator: { propertyName: kind } }
                Kitten: { allOf: [{ $ref: '#/components/schemas/Cat' }] }
                {{Animals}}
                """);

            Assert.That(thing.IsDeprecated, Is.True);
            Assert.That(thing.Alternatives.Select(a => (a.Discriminator, string.Join(' ', a.Values.Order()))), Is.EqualTo(new[] { (discriminator, values) }));
        }
    }

    [TestCase("{ type: object, properties: { name: { type: string } } }")]
    [TestCase("{ type: object }")]
    public void Alternative_without_the_discriminator_property_is_also_recognized_by_the_value(string animal)
    {
        var thing = Union("Thing", $$"""
            Thing: { oneOf: [{ $ref: '#/components/schemas/Animal' }, { $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }
            Animal: {{animal}}
            {{Animals}}
            """);

        Assert.That(thing.Alternatives[0].Discriminator, Is.Null);
        Assert.That(thing.Alternatives[0].Values, Is.Empty);
        Assert.That(thing.Alternatives[0].Constants, Is.EqualTo(new[] { ("kind", "Animal") }));
    }

    [Test]
    public void Merged_alternatives_have_the_constants_of_both()
    {
        var thing = Union("Thing", $$"""
            Thing: { oneOf: [{ $ref: '#/components/schemas/Animal' }, { $ref: '#/components/schemas/Other' }, { $ref: '#/components/schemas/Cat' }], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }
            Animal: { type: object, properties: { name: { type: string, enum: [animal] } } }
            Other: { allOf: [{ $ref: '#/components/schemas/Animal' }] }
            {{Animals}}
            """);

        Assert.That(thing.Alternatives[0].Constants, Is.EqualTo(new[] { ("name", "animal") }));
    }

    [TestCase("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { type: array, items: { $ref: '#/components/schemas/Cat' } }] }", "type")]
    [TestCase("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { type: object, properties: { type: { type: string, enum: [other] } } }], discriminator: { propertyName: kind } }", "kind")]
    public void Classes_without_a_discriminator_are_distinguished_by_a_property_with_different_values(string union, string expected)
        => Assert.That(Union("Thing", $"Thing: {union}\n{Animals}").Alternatives.Take(2).Select(a => a.Discriminator), Is.All.EqualTo(expected));

    [Test]
    public void Alternative_without_declared_properties_has_its_required_properties()
        => Assert.That(
            Union("Thing", "Thing: { oneOf: [{ $ref: '#/components/schemas/Open' }, { type: string }] }\nOpen: { type: object, required: [id] }").Alternatives[0].Required,
            Is.EqualTo(new[] { "id" }));

    [Test]
    public void Result_whose_type_depends_on_the_status_requires_the_properties_of_base_classes()
    {
        var (model, _) = Build("""
            paths:
              /a: { get: { operationId: A_Get, responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Heir' } } } }, '201': { description: Two., content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } } } } }
            components:
              schemas:
                Base: { type: object, required: [b, w], properties: { b: { type: string }, w: { type: string, writeOnly: true }, o: { type: string } } }
                Heir: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [a], properties: { a: { type: string } } }] }
                Other: { type: object, properties: { c: { type: string } } }
            """);

        var result = model.Types.OfType<UnionModel>().Single();
        Assert.That(result.Alternatives.Single(a => a.Label == "Heir").Required, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(result.IsDeprecated, Is.False);
    }

    // An enumeration in a nested union only matches its own values.
    [TestCase("Outer: { oneOf: [{ $ref: '#/components/schemas/Inner' }, { type: boolean }] }", true)]
    [TestCase("Outer: { oneOf: [{ $ref: '#/components/schemas/Inner' }, { $ref: '#/components/schemas/Inner' }] }", false)]
    [TestCase("Outer: { oneOf: [{ $ref: '#/components/schemas/Middle' }, { type: boolean }] }\nMiddle: { oneOf: [{ $ref: '#/components/schemas/Inner' }, { $ref: '#/components/schemas/Inner' }] }", true)]
    public void Enumeration_of_a_nested_union_is_limited_to_its_values(string outer, bool isLimited)
        => Assert.That(
            Union("Inner", $"{outer}\nInner: {{ oneOf: [{{ type: string, enum: [a] }}, {{ type: integer }}] }}").Alternatives[0].Known,
            isLimited ? Is.EqualTo(new[] { "a" }) : Is.Empty);

    private static IEnumerable<string> Labels(string union, string schemas) => Union(union, schemas).Alternatives.Select(a => a.Label);

    private static ClassModel Class(string name, string schemas) => Types(schemas).OfType<ClassModel>().Single(t => t.Name == name);

    private static UnionModel Union(string name, string schemas) => Types(schemas).OfType<UnionModel>().Single(t => t.Name == name);

    private static IReadOnlyList<TypeDefinition> Types(string schemas)
        => Build("paths: {}\ncomponents:\n  schemas:\n" + string.Concat(schemas.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(s => $"    {s}\n"))).Model.Types;

    private static string Form(string content)
        => $"paths: {{ /a: {{ post: {{ operationId: A_Send, requestBody: {{ content: {{ {content} }} }}, responses: {{ '204': {{ description: Done. }} }} }} }} }}\n";

    private static (ApiModel Model, string[] Findings) Build(string contract)
    {
        var (structure, findings) = (new Findings(), new Findings());
        var model = ModelBuilder.Build(OpenApiContract.Parse("contract.yaml", Start + contract, structure), findings);
        Assert.That(structure, Is.Empty);
        return (model, [.. findings.Select(f => f.ToString())]);
    }
}
