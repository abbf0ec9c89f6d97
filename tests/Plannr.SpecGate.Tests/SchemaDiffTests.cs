namespace Plannr.SpecGate.Tests;

/// <summary>What each change of a schema does to callers of the API and, apart from that, to users of the generated C#.</summary>
public sealed class SchemaDiffTests
{
    private const string Animals = "anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]";
    private const string NewChoice = "oneOf: [{ $ref: '#/components/schemas/NewCat' }, { type: string }]";

    // What is not sent, or not received.
    [TestCase("must: { type: string }", "must: { type: string, readOnly: true }", "request-required-property-became-read-only risky/none")]
    [TestCase("may: { type: string }", "may: { type: string, readOnly: true }", "request-optional-property-became-read-only risky/none")]
    [TestCase("may: { type: string }", "may: { type: string, writeOnly: true }")]
    [TestCase("readOnly: true, maxLength: 10", "maxLength: 5", "request-optional-property-became-not-read-only compatible/none")]
    [TestCase("readOnly: true, maxLength: 10", "readOnly: true, maxLength: 5")]
    [TestCase("stamp: { type: string, readOnly", "stamp: { type: integer, readOnly", "request-property-type-changed none/breaking")]
    [TestCase("        stamp: { type: string, readOnly: true, maxLength: 10 }\n", "", "request-property-removed none/breaking")]
    [TestCase("required: [must]\n      properties:\n", "required: [must, id]\n      properties:\n        id: { type: string, readOnly: true }\n", "new-optional-request-property compatible/compatible")]
    [TestCase("sure: { type: string }", "sure: { type: string, writeOnly: true }", "response-required-property-became-write-only breaking/none")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, writeOnly: true }", "response-optional-property-became-write-only risky/none")]
    [TestCase("secret: { type: string, writeOnly: true }", "secret: { type: string }", "response-optional-property-became-not-write-only compatible/none")]
    [TestCase("secret: { type: string, writeOnly: true }", "secret: { type: boolean, writeOnly: true }", "response-property-type-changed none/breaking")]

    // What is going away.
    [TestCase("may: { type: string }", "may: { type: string, deprecated: true }", "request-property-deprecated compatible/risky")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, deprecated: true }", "response-property-deprecated compatible/risky")]
    [TestCase("description: What is given.", "description: What is given., deprecated: true", "response-property-deprecated compatible/risky")]

    // Limits.
    [TestCase("minimum: 1, maximum: 9", "minimum: 1, exclusiveMinimum: true, maximum: 9", "request-bound-tightened breaking/none")]
    [TestCase("minimum: 1, maximum: 9", "minimum: 1, maximum: 9, exclusiveMaximum: true", "request-bound-tightened breaking/none")]
    [TestCase("minimum: 1, maximum: 9", "minimum: 1, maximum: 9, exclusiveMaximum: false")]
    [TestCase("minimum: 1, maximum: 9", "minimum: 1, maximum: 10, exclusiveMaximum: true", "request-bound-relaxed compatible/none")]
    [TestCase("minimum: 0, exclusiveMinimum: true", "minimum: 0", "response-bound-relaxed breaking/none")]
    [TestCase("multipleOf: 4", "multipleOf: 8", "request-property-multiple-of-tightened breaking/none")]
    [TestCase("multipleOf: 4", "multipleOf: 2", "request-property-multiple-of-relaxed compatible/none")]
    [TestCase("multipleOf: 4", "multipleOf: 6", "request-property-multiple-of-changed breaking/none")]
    [TestCase("type: number, multipleOf: 4", "type: number", "request-property-multiple-of-relaxed compatible/none")]
    [TestCase(", multipleOf: 2", "", "response-property-multiple-of-relaxed breaking/none")]
    [TestCase("tags: { type: array,", "tags: { type: array, uniqueItems: true,", "request-property-unique-items-set breaking/none")]
    [TestCase("uniqueItems: true, ", "", "response-property-unique-items-unset breaking/none")]
    [TestCase("not: { enum: [bad] }", "not: { enum: [bad, worse] }", "request-property-not-changed risky/none")]
    [TestCase(", not: { enum: [bad] }", "", "request-property-not-removed compatible/none")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, not: { enum: [bad] } }", "response-property-not-added compatible/none")]

    // Values and types.
    [TestCase("color: { type: string, enum: [red, green] }", "color: { type: string }", "request-property-became-not-enum compatible/breaking")]
    [TestCase("may: { type: string }", "may: { type: string, enum: [a, b] }", "request-property-became-enum breaking/breaking")]
    [TestCase("weight: { type: string, enum: [light, heavy] }", "weight: { type: string }", "response-property-became-not-enum risky/breaking")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, enum: [a, b] }", "response-property-became-enum compatible/breaking")]
    [TestCase("total: { type: integer }", "total: { type: integer, enum: [1, 2] }", "response-property-became-enum compatible/breaking")]
    [TestCase("total: { type: integer }", "total: { type: integer, format: int64 }", "response-property-type-changed compatible/none")]
    [TestCase("total: { type: integer }", "total: { type: integer, format: int32 }", "response-property-type-changed compatible/breaking")]
    [TestCase("born: { type: string }", "born: { type: string, format: date }", "response-property-type-changed compatible/breaking")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, format: email }", "response-property-type-changed compatible/none")]
    [TestCase("weight: { type: string, enum: [light, heavy] }", "weight: { $ref: '#/components/schemas/Size' }", "response-property-enum-value-added risky/compatible ×2", "response-property-enum-value-removed compatible/breaking ×2", "schema-renamed none/breaking")]
    [TestCase("required: [sure, given]", "required: [sure, given, size]", "response-property-became-required compatible/breaking")]
    [TestCase("required: [sure, given]", "required: [sure]", "response-property-became-optional breaking/risky")]
    [TestCase("free: { type: object }\n        map:", "free: { type: object, properties: { x: { type: string } } }\n        map:", "new-optional-request-property compatible/compatible", "schema-renamed none/breaking")]
    [TestCase("free: { type: object }\n        map:", "free: { type: object, additionalProperties: { type: integer } }\n        map:", "request-additional-properties-schema-added breaking/breaking")]
    [TestCase("additionalProperties: { type: string }", "additionalProperties: true", "request-additional-properties-schema-removed compatible/breaking")]
    [TestCase("free: { type: object }\n    Given:", "free: { type: object, additionalProperties: { type: integer } }\n    Given:", "response-additional-properties-schema-added compatible/breaking")]

    // What a schema is put together of.
    [TestCase(NewChoice, "anyOf: [{ $ref: '#/components/schemas/NewCat' }, { type: string }]", "request-one-of-became-any-of compatible/none")]
    [TestCase(NewChoice, "$ref: '#/components/schemas/NewCat'", "request-property-type-changed breaking/breaking")]
    [TestCase("may: { type: string }", "may: { oneOf: [{ type: string }, { type: integer }] }", "request-property-type-changed compatible/breaking")]
    [TestCase("perhaps: { type: string }", "perhaps: { oneOf: [{ type: string }, { type: integer }] }", "response-property-type-changed breaking/breaking")]
    [TestCase(Animals, "oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]", "response-any-of-became-one-of compatible/none")]
    [TestCase("tricks: { type: integer }", "tricks: { type: string }", "response-property-type-changed breaking/breaking")]
    [TestCase("        - $ref: '#/components/schemas/Parent'\n", "", "base-class-changed none/breaking", "response-optional-property-removed risky/breaking")]
    [TestCase("    Part:\n      type: object\n", "    Part:\n      allOf: [{ $ref: '#/components/schemas/Given' }]\n      type: object\n", "base-class-changed none/compatible", "response-property-added compatible/compatible")]
    [TestCase("name: { type: string, maxLength: 5 }", "name: { type: string, maxLength: 6 }", "response-bound-relaxed breaking/none")]
    [TestCase("items: { $ref: '#/components/schemas/Part' }", "items: { $ref: '#/components/schemas/Given' }", "response-optional-property-removed risky/breaking", "response-property-added compatible/compatible", "schema-renamed none/breaking")]
    [TestCase("what: { type: string }", "what: { type: string, nullable: true }", "response-property-became-nullable breaking/none")]
    [TestCase("description: What is given.", "description: What is given., nullable: true", "response-property-became-nullable breaking/risky")]
    [TestCase("      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/NewCat' } }\n", "", "request-discriminator-removed compatible/risky")]
    [TestCase("kind, mapping: { cat", "sort, mapping: { cat", "request-discriminator-property-name-changed breaking/none")]
    [TestCase("mapping: { cat: '#/components/schemas/NewCat' }", "mapping: { cat: '#/components/schemas/NewCat', lion: '#/components/schemas/NewCat' }", "request-discriminator-mapping-added compatible/none")]
    [TestCase("mapping: { cat: '#/components/schemas/NewCat' }", "mapping: { cat: '#/components/schemas/NewPet' }", "request-discriminator-mapping-changed breaking/none")]
    [TestCase("kind, mapping: { cat: '#/components/schemas/NewCat' }", "kind", "request-discriminator-mapping-removed breaking/none")]
    [TestCase(", discriminator: { propertyName: kind } }\n        free", " }\n        free", "response-discriminator-removed risky/risky")]
    [TestCase("    Part:\n      type: object\n", "    Part:\n      type: object\n      discriminator: { propertyName: name }\n", "response-discriminator-added compatible/risky")]
    [TestCase("    NewCat:\n      type: object\n", "    NewCat:\n      type: object\n      discriminator: { propertyName: lives }\n", "request-discriminator-added risky/risky")]
    public void A_change_is(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("schemas.yaml", from, to), Is.EqualTo(expected));

    [TestCase("must: { type: string }", "must: { type: string, readOnly: true }", "request-required-property-became-not-read-only breaking/none")]
    [TestCase("may: { type: string }", "may: { type: string, deprecated: true }", "request-property-reactivated compatible/none")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, deprecated: true }", "response-property-reactivated compatible/none")]
    [TestCase("free: { type: object }\n    Given:", "free: { type: object, additionalProperties: { type: integer } }\n    Given:", "response-additional-properties-schema-removed risky/breaking")]
    [TestCase("may: { type: string }", "may: { oneOf: [{ type: string }, { type: integer }] }", "request-property-type-changed breaking/breaking")]
    [TestCase("perhaps: { type: string }", "perhaps: { oneOf: [{ type: string }, { type: integer }] }", "response-property-type-changed compatible/breaking")]
    [TestCase("tags: { type: array,", "tags: { type: array, uniqueItems: true,", "request-property-unique-items-unset compatible/none")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, not: { enum: [bad] } }", "response-property-not-removed breaking/none")]
    public void The_way_back_is(string now, string old, params string[] expected)
    {
        var text = ContractPair.Text("schemas.yaml");

        Assert.That(ContractPair.Changes(text.Replace(now, old, StringComparison.Ordinal), text), Is.EqualTo(expected));
    }

    [Test]
    public void A_renamed_schema_is_a_change_at_each_use()
    {
        var old = ContractPair.Text("schemas.yaml").Replace("perhaps: { type: string }", "perhaps: { $ref: '#/components/schemas/Size' }", StringComparison.Ordinal);

        var changes = ContractPair.Changes(old, old.Replace("Size", "Extent", StringComparison.Ordinal));

        Assert.That(changes, Is.EqualTo(new[] { "schema-renamed none/breaking ×2" }));
    }
}
