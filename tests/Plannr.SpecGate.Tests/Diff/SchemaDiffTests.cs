using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The impact of each change of a schema on callers of the API and, separately, on users of the generated C#.</summary>
public sealed class SchemaDiffTests
{
    private const string Animals = "anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]";
    private const string Code = "{ $ref: '#/components/schemas/Code' }";
    private const string Cat = "{ $ref: '#/components/schemas/Cat' }";
    private const string Lion = "{ $ref: '#/components/schemas/Lion' }";
    private const string Tiger = "{ $ref: '#/components/schemas/Tiger' }";
    private const string Puma = "{ $ref: '#/components/schemas/Puma' }";
    private const string Dog = "{ $ref: '#/components/schemas/Dog' }";
    private const string NewChoice = "oneOf: [{ $ref: '#/components/schemas/NewCat' }, { type: string }]";

    // Read-only and write-only properties.
    [TestCase("must: { type: string }", "must: { type: string, readOnly: true }", "request-required-property-became-read-only risky")]
    [TestCase("may: { type: string }", "may: { type: string, readOnly: true }", "request-optional-property-became-read-only risky")]
    [TestCase("may: { type: string }", "may: { type: string, writeOnly: true }")]
    [TestCase("readOnly: true, maxLength: 10", "maxLength: 5", "request-optional-property-became-not-read-only compatible")]
    [TestCase("readOnly: true, maxLength: 10", "readOnly: true, maxLength: 5")]
    [TestCase("stamp: { type: string, readOnly", "stamp: { type: integer, readOnly", "C#: property-type-changed breaking")]
    [TestCase("        stamp: { type: string, readOnly: true, maxLength: 10 }\n", "", "C#: property-removed breaking")]
    [TestCase("required: [must]\n      properties:\n", "required: [must, id]\n      properties:\n        id: { type: string, readOnly: true }\n", "C#: property-added compatible", "new-optional-request-property compatible")]
    [TestCase("sure: { type: string }", "sure: { type: string, writeOnly: true }", "response-required-property-became-write-only breaking")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, writeOnly: true }", "response-optional-property-became-write-only risky")]
    [TestCase("secret: { type: string, writeOnly: true }", "secret: { type: string }", "response-optional-property-became-not-write-only compatible")]
    [TestCase("secret: { type: string, writeOnly: true }", "secret: { type: boolean, writeOnly: true }", "C#: property-type-changed breaking")]

    // Deprecation.
    [TestCase("may: { type: string }", "may: { type: string, deprecated: true }", "C#: became-obsolete risky", "request-property-deprecated compatible")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, deprecated: true }", "C#: became-obsolete risky", "response-property-deprecated compatible")]
    [TestCase("description: What is given.", "description: What is given., deprecated: true", "C#: became-obsolete risky", "response-property-deprecated compatible")]

    // Limits.
    [TestCase("minimum: 1, maximum: 9", "minimum: 1, exclusiveMinimum: true, maximum: 9", "request-bound-tightened breaking")]
    [TestCase("minimum: 1, maximum: 9", "minimum: 1, maximum: 9, exclusiveMaximum: true", "request-bound-tightened breaking")]
    [TestCase("minimum: 1, maximum: 9", "minimum: 1, maximum: 9, exclusiveMaximum: false")]
    [TestCase("minimum: 1, maximum: 9", "minimum: 1, maximum: 10, exclusiveMaximum: true", "request-bound-relaxed compatible")]
    [TestCase("minimum: 0, exclusiveMinimum: true", "minimum: 0", "response-bound-relaxed breaking")]
    [TestCase("multipleOf: 4", "multipleOf: 8", "request-property-multiple-of-tightened breaking")]
    [TestCase("multipleOf: 4", "multipleOf: 2", "request-property-multiple-of-relaxed compatible")]
    [TestCase("multipleOf: 4", "multipleOf: 6", "request-property-multiple-of-changed breaking")]
    [TestCase("type: number, multipleOf: 4", "type: number", "request-property-multiple-of-relaxed compatible")]
    [TestCase(", multipleOf: 2", "", "response-property-multiple-of-relaxed breaking")]
    [TestCase("tags: { type: array,", "tags: { type: array, uniqueItems: true,", "request-property-unique-items-set breaking")]
    [TestCase("uniqueItems: true, ", "", "response-property-unique-items-unset breaking")]
    [TestCase("not: { enum: [bad] }", "not: { enum: [bad, worse] }", "request-property-not-changed risky")]
    [TestCase(", not: { enum: [bad] }", "", "request-property-not-removed compatible")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, not: { enum: [bad] } }", "response-property-not-added compatible")]

    // Values and types.
    [TestCase("color: { type: string, enum: [red, green] }", "color: { type: string }", "C#: property-type-changed breaking", "C#: type-removed breaking", "request-property-became-not-enum compatible")]
    [TestCase("may: { type: string }", "may: { type: string, enum: [a, b] }", "C#: property-type-changed breaking", "C#: type-added compatible", "request-property-became-enum breaking")]
    [TestCase("weight: { type: string, enum: [light, heavy] }", "weight: { type: string }", "C#: property-type-changed breaking", "C#: type-removed breaking", "response-property-became-not-enum risky")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, enum: [a, b] }", "C#: property-type-changed breaking", "C#: type-added compatible", "response-property-became-enum compatible")]
    [TestCase("total: { type: integer }", "total: { type: integer, enum: [1, 2] }", "C#: property-type-changed breaking", "C#: type-added compatible", "response-property-became-enum compatible")]
    [TestCase("total: { type: integer }", "total: { type: integer, format: int64 }", "response-property-type-changed compatible")]
    [TestCase("total: { type: integer }", "total: { type: integer, format: int32 }", "C#: property-type-changed breaking", "response-property-type-changed compatible")]
    [TestCase("born: { type: string }", "born: { type: string, format: date }", "C#: property-type-changed breaking", "response-property-type-changed compatible")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, format: email }", "response-property-type-changed compatible")]
    [TestCase("may: { type: string }", "may: {}", "C#: property-type-changed breaking", "request-property-type-changed compatible")]
    [TestCase("weight: { type: string, enum: [light, heavy] }", "weight: { $ref: '#/components/schemas/Size' }", "C#: property-type-changed breaking", "C#: type-removed breaking", "response-property-enum-value-added risky ×2", "response-property-enum-value-removed compatible ×2")]
    [TestCase("required: [sure, given]", "required: [sure, given, size]", "C#: property-type-changed breaking", "response-property-became-required compatible")]
    [TestCase("required: [sure, given]", "required: [sure]", "C#: property-nullability-changed risky", "response-property-became-optional breaking")]
    [TestCase("free: { type: object }\n        map:", "free: { type: object, properties: { x: { type: string } } }\n        map:", "C#: property-type-changed breaking", "C#: type-added compatible", "new-optional-request-property compatible")]
    [TestCase("free: { type: object }\n        map:", "free: { type: object, additionalProperties: { type: integer } }\n        map:", "C#: property-type-changed breaking", "request-additional-properties-schema-added breaking")]
    [TestCase("additionalProperties: { type: string }", "additionalProperties: true", "C#: property-type-changed breaking", "request-additional-properties-schema-removed compatible")]
    [TestCase("free: { type: object }\n    Given:", "free: { type: object, additionalProperties: { type: integer } }\n    Given:", "C#: property-type-changed breaking", "response-additional-properties-schema-added compatible")]

    // Composition and discriminators.
    [TestCase(NewChoice, "anyOf: [{ $ref: '#/components/schemas/NewCat' }, { type: string }]", "request-one-of-became-any-of compatible")]
    [TestCase(NewChoice, "$ref: '#/components/schemas/NewCat'", "C#: property-type-changed breaking", "C#: type-removed breaking", "request-property-type-changed breaking")]
    [TestCase("may: { type: string }", "may: { oneOf: [{ type: string }, { type: integer }] }", "C#: property-type-changed breaking", "C#: type-added compatible", "request-property-type-changed compatible")]
    [TestCase("perhaps: { type: string }", "perhaps: { oneOf: [{ type: string }, { type: integer }] }", "C#: property-type-changed breaking", "C#: type-added compatible", "response-property-type-changed breaking")]
    [TestCase(Animals, "oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]", "response-any-of-became-one-of compatible")]
    [TestCase("tricks: { type: integer }", "tricks: { type: string }", "C#: property-type-changed breaking", "response-property-type-changed breaking")]
    [TestCase("        - $ref: '#/components/schemas/Parent'\n", "", "C#: base-class-changed breaking", "response-optional-property-removed risky")]
    [TestCase("    Part:\n      type: object\n", "    Part:\n      allOf: [{ $ref: '#/components/schemas/Given' }]\n      type: object\n", "C#: base-class-changed compatible", "response-property-added compatible")]
    [TestCase("name: { type: string, maxLength: 5 }", "name: { type: string, maxLength: 6 }", "response-bound-relaxed breaking")]
    [TestCase("items: { $ref: '#/components/schemas/Part' }", "items: { $ref: '#/components/schemas/Given' }", "C#: property-type-changed breaking", "response-optional-property-removed risky", "response-property-added compatible")]
    [TestCase("what: { type: string }", "what: { type: string, nullable: true }", "response-property-became-nullable breaking")]
    [TestCase("description: What is given.", "description: What is given., nullable: true", "C#: property-nullability-changed risky", "response-property-became-nullable breaking")]
    [TestCase("      discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/NewCat' } }\n", "", "request-discriminator-removed compatible")]
    [TestCase("kind, mapping: { cat", "sort, mapping: { cat", "C#: property-added compatible", "request-discriminator-property-name-changed breaking")]
    [TestCase("mapping: { cat: '#/components/schemas/NewCat' }", "mapping: { cat: '#/components/schemas/NewCat', lion: '#/components/schemas/NewCat' }", "request-discriminator-mapping-added compatible")]
    [TestCase("mapping: { cat: '#/components/schemas/NewCat' }", "mapping: { cat: '#/components/schemas/NewPet' }", "request-discriminator-mapping-changed breaking")]
    [TestCase("kind, mapping: { cat: '#/components/schemas/NewCat' }", "kind", "request-discriminator-mapping-removed breaking")]
    [TestCase("discriminator: { propertyName: kind } }\n        free", "discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }\n        free", "response-discriminator-mapping-added risky")]
    [TestCase(", discriminator: { propertyName: kind } }\n        free", " }\n        free", "response-discriminator-removed risky")]
    [TestCase("    Part:\n      type: object\n", "    Part:\n      type: object\n      discriminator: { propertyName: name }\n", "response-discriminator-added compatible")]
    [TestCase("    NewCat:\n      type: object\n", "    NewCat:\n      type: object\n      discriminator: { propertyName: lives }\n", "request-discriminator-added risky")]
    public void Change_has_the_expected_impact(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("schemas.yaml", from, to), Is.EqualTo(expected));

    [TestCase("must: { type: string }", "must: { type: string, readOnly: true }", "request-required-property-became-not-read-only breaking")]
    [TestCase("may: { type: string }", "may: { type: string, deprecated: true }", "C#: no-longer-obsolete compatible", "request-property-reactivated compatible")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, deprecated: true }", "C#: no-longer-obsolete compatible", "response-property-reactivated compatible")]
    [TestCase("free: { type: object }\n    Given:", "free: { type: object, additionalProperties: { type: integer } }\n    Given:", "C#: property-type-changed breaking", "response-additional-properties-schema-removed risky")]
    [TestCase("may: { type: string }", "may: { oneOf: [{ type: string }, { type: integer }] }", "C#: property-type-changed breaking", "C#: type-removed breaking", "request-property-type-changed breaking")]
    [TestCase("perhaps: { type: string }", "perhaps: { oneOf: [{ type: string }, { type: integer }] }", "C#: property-type-changed breaking", "C#: type-removed breaking", "response-property-type-changed compatible")]
    [TestCase("tags: { type: array,", "tags: { type: array, uniqueItems: true,", "request-property-unique-items-unset compatible")]
    [TestCase("perhaps: { type: string }", "perhaps: { type: string, not: { enum: [bad] } }", "response-property-not-removed breaking")]
    public void Reverse_change_has_the_expected_impact(string now, string old, params string[] expected)
    {
        var text = ContractPair.Text("schemas.yaml");

        Assert.That(ContractPair.Changes(text.Replace(now, old, StringComparison.Ordinal), text), Is.EqualTo(expected));
    }

    // Bounds and types.
    [TestCase("{ type: string, maxLength: 2 }", "{ type: string, maxLength: 2, exclusiveMaximum: true }")]
    [TestCase("{ type: string, minLength: 2 }", "{ type: string, minLength: 2, exclusiveMinimum: true }")]
    [TestCase("{ type: integer, maximum: 9, exclusiveMaximum: true }", "{ type: integer, maximum: 9 }", "request-bound-relaxed compatible")]
    [TestCase("{ type: number, format: float }", "{ type: number, format: double }", "request-property-type-changed compatible")]
    [TestCase("{ type: number, format: double }", "{ type: number, format: float }", "request-property-type-changed breaking")]
    [TestCase("{ type: boolean }", "{ oneOf: [{ type: string }, { type: integer }] }", "request-property-type-changed breaking")]
    [TestCase("{ type: object, additionalProperties: false }", "{ type: object, additionalProperties: { type: string } }", "request-additional-properties-allowed compatible")]
    [TestCase("{ type: object, additionalProperties: { type: string } }", "{ type: object, additionalProperties: false }", "request-additional-properties-forbidden breaking")]

    // Alternatives. Cat, Lion, Tiger and Puma have the same properties.
    [TestCase("{ oneOf: [" + Cat + ", { type: string }] }", "{ oneOf: [" + Lion + ", { type: string }] }")]
    [TestCase("{ oneOf: [" + Cat + ", " + Lion + "] }", "{ oneOf: [" + Tiger + ", " + Puma + "] }")]
    [TestCase("{ oneOf: [" + Cat + ", " + Lion + ", " + Dog + "] }", "{ oneOf: [" + Cat + ", " + Dog + "] }", "request-alternative-removed breaking")]
    [TestCase("{ oneOf: [" + Cat + ", " + Dog + "] }", "{ oneOf: [" + Cat + ", " + Lion + ", " + Dog + "] }", "request-alternative-added compatible")]
    [TestCase("{ oneOf: [{ type: object }, { type: object, properties: { a: {} } }] }", "{ oneOf: [{ type: object }] }", "request-alternative-removed breaking")]
    [TestCase("{ oneOf: [{ type: string, pattern: a }, { type: string, pattern: b }] }", "{ oneOf: [{ type: string, pattern: a }, { type: string, pattern: c }] }", "request-property-pattern-changed risky")]
    [TestCase("{ oneOf: [" + Cat + ", { type: string }] }", "{ oneOf: [" + Dog + ", { type: string }] }", "request-alternative-added compatible", "request-alternative-removed breaking")]
    [TestCase("{ oneOf: [" + Cat + ", " + Dog + "], discriminator: { propertyName: name } }", "{ oneOf: [" + Lion + ", " + Dog + "], discriminator: { propertyName: name } }", "request-alternative-added compatible", "request-alternative-removed breaking")]
    [TestCase("{ oneOf: [" + Cat + ", " + Dog + "], discriminator: { propertyName: name, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } }", "{ oneOf: [" + Lion + ", " + Dog + "], discriminator: { propertyName: name, mapping: { cat: '#/components/schemas/Lion', dog: '#/components/schemas/Dog' } } }", "request-discriminator-mapping-changed breaking")]
    [TestCase("{ oneOf: [" + Cat + ", " + Dog + "], discriminator: { propertyName: name, mapping: { dog: '#/components/schemas/Dog' } } }", "{ oneOf: [" + Lion + ", " + Dog + "], discriminator: { propertyName: name, mapping: { dog: '#/components/schemas/Dog' } } }", "request-alternative-added compatible", "request-alternative-removed breaking")]
    public void Change_of_the_request_body_has_the_expected_impact(string old, string now, params string[] expected)
        => Assert.That(
            CallerChanges(Contract(old), Contract(now)).Select(c => $"{c.Id} {c.Impact.ToString().ToLowerInvariant()}").Order(StringComparer.Ordinal),
            Is.EqualTo(expected));

    [TestCase("minimum", "maximum")]
    [TestCase("minLength", "maxLength")]
    [TestCase("minItems", "maxItems")]
    [TestCase("minProperties", "maxProperties")]
    public void Higher_minimum_is_breaking_and_higher_maximum_is_compatible(string minimum, string maximum)
    {
        var changes = CallerChanges(Contract($"{{ {minimum}: 2, {maximum}: 8 }}"), Contract($"{{ {minimum}: 3, {maximum}: 9 }}"));

        Assert.That(changes.Select(c => $"{c.Id} {c.Impact}: {c.Message}"), Is.EqualTo(new[]
        {
            $"request-bound-tightened Breaking: request body: {minimum} changed from 2 to 3.",
            $"request-bound-relaxed Compatible: request body: {maximum} changed from 8 to 9.",
        }));
    }

    [TestCase("{ type: string }", "string")]
    [TestCase("{ type: string, format: date }", "string (date)")]
    [TestCase("{ type: integer }", "integer")]
    [TestCase("{ type: integer, format: int64 }", "integer (int64)")]
    [TestCase("{ type: number }", "number")]
    [TestCase("{ type: number, format: double }", "number (double)")]
    [TestCase("{ type: boolean }", "boolean")]
    [TestCase("{ type: boolean, format: flag }", "boolean (flag)")]
    [TestCase(Code, "string")]
    [TestCase("{ type: string, enum: [a] }", "enum")]
    [TestCase("{ type: integer, enum: [1] }", "enum")]
    [TestCase("{ enum: [a] }", "enum")]
    [TestCase("{ type: number, enum: [1] }", "number")]
    [TestCase("{ $ref: '#/components/schemas/Color' }", "Color")]
    [TestCase("{ oneOf: [{ type: string }, { type: integer }] }", "union")]
    [TestCase("{ $ref: '#/components/schemas/Pet' }", "Pet")]
    [TestCase("{ type: array, items: { type: string } }", "list of string")]
    [TestCase("{ type: array, items: {} }", "list of anything")]
    [TestCase("{ type: array, items: { type: array, items: " + Cat + " } }", "list of list of Cat")]
    [TestCase("{ type: object, additionalProperties: { type: string } }", "map of string")]
    [TestCase("{ type: object, properties: { name: { type: string } }, additionalProperties: { type: string } }", "object")]
    [TestCase("{ properties: { name: { type: string } } }", "object")]
    [TestCase("{ type: object }", "object")]
    [TestCase("{ type: string, properties: { name: { type: string } } }", "string")]
    [TestCase(Cat, "Cat")]
    [TestCase("{ description: Any value. }", "anything")]
    public void Alternative_is_named_by_its_component_or_its_type(string alternative, string name)
        => Assert.That(Added(alternative), Is.EqualTo(new[] { $"request body: The alternative {name} was added." }));

    [Test]
    public void Name_of_a_list_that_contains_itself_is_limited()
        => Assert.That(Added("{ $ref: '#/components/schemas/Lists' }"), Is.EqualTo(new[] { $"request body: The alternative {string.Concat(Enumerable.Repeat("list of ", 22))}anything was added." }));

    [TestCase("allOf: [" + Code + "]")]
    [TestCase("oneOf: [" + Code + "]")]
    [TestCase("anyOf: [" + Code + "]")]
    [TestCase("allOf: [" + Code + "], description: The code.")]
    [TestCase("allOf: [" + Code + "], title: The code")]
    [TestCase("allOf: [" + Code + "], nullable: true")]
    [TestCase("allOf: [" + Code + "], deprecated: true")]
    [TestCase("allOf: [" + Code + "], readOnly: true")]
    [TestCase("allOf: [" + Code + "], writeOnly: true")]
    [TestCase("allOf: [" + Code + "], default: a")]
    [TestCase("allOf: [" + Code + "], example: a")]
    [TestCase("allOf: [" + Code + "], externalDocs: { url: 'https://example.test' }")]
    [TestCase("allOf: [" + Code + "], xml: { name: code }")]
    public void Change_of_a_component_is_reported_once_even_if_another_use_describes_it(string use)
    {
        var old = Both("{ type: object, properties: { plain: " + Code + ", described: { " + use + " } } }");

        var changes = CallerChanges(old, old.Replace("maxLength: 5", "maxLength: 6", StringComparison.Ordinal));

        Assert.That(changes.Select(c => c.Message), Is.EquivalentTo(new[] { "request body 'plain': maxLength changed from 5 to 6.", "response 200 'plain': maxLength changed from 5 to 6." }));
    }

    [Test]
    public void Change_of_a_limit_beside_a_reference_is_reported()
    {
        var old = Both("{ type: object, properties: { plain: " + Code + ", limited: { allOf: [" + Code + "], minLength: 1 } } }");

        var changes = CallerChanges(old, old.Replace("minLength: 1", "minLength: 2", StringComparison.Ordinal));

        Assert.That(changes.Select(c => c.Message), Is.EquivalentTo(new[] { "request body 'limited': minLength changed from 1 to 2.", "response 200 'limited': minLength changed from 1 to 2." }));
    }

    [Test]
    public void Change_of_a_component_is_reported_at_its_shortest_path()
    {
        var old = Both("{ type: object, properties: { outer: { type: object, properties: { inner: " + Code + " } }, short: " + Code + " } }");

        var changes = CallerChanges(old, old.Replace("maxLength: 5", "maxLength: 6", StringComparison.Ordinal));

        Assert.That(changes.Select(c => c.Message), Is.EquivalentTo(new[] { "request body 'short': maxLength changed from 5 to 6.", "response 200 'short': maxLength changed from 5 to 6." }));
    }

    [Test]
    public void Renamed_schema_is_one_change_even_if_it_is_used_twice()
    {
        var old = ContractPair.Text("schemas.yaml").Replace("perhaps: { type: string }", "perhaps: { $ref: '#/components/schemas/Size' }", StringComparison.Ordinal);

        var changes = ContractPair.Changes(old, old.Replace("Size", "Extent", StringComparison.Ordinal));

        Assert.That(changes, Is.EqualTo(new[] { "C#: type-renamed breaking" }));
    }

    [Test]
    public void Inserted_value_that_shifts_the_names_of_other_members_is_breaking_for_CSharp()
    {
        var changes = ContractPair.Changes(Enumeration("'<', '<=', a-b, a_b"), Enumeration("'<', '<>', '<=', a.b, a-b, a_b"));

        Assert.That(changes, Is.EqualTo(new[] { "C#: enumeration-member-added compatible ×2", "C#: enumeration-member-value-changed breaking ×3", "request-property-enum-value-added compatible ×2" }));
    }

    private static IEnumerable<Change> CallerChanges(string old, string now) => ContractPair.Compare(old, now).Where(c => c.Audience == Audience.Callers);

    private static IEnumerable<string> Added(string alternative)
        => CallerChanges(Contract("{ oneOf: [" + Lion + ", " + Dog + "] }"), Contract("{ oneOf: [" + Lion + ", " + Dog + ", " + alternative + "] }")).Select(c => c.Message);

    private static string Both(string schema) => Contract(schema, schema);

    private static string Contract(string request, string response = "{ type: string }")
        => $$"""
            openapi: 3.0.3
            info: { title: Things, version: 1.0.0 }
            paths:
              /things:
                post:
                  operationId: Things_Create
                  requestBody: { required: true, content: { application/json: { schema: {{request}} } } }
                  responses: { '200': { description: Done., content: { application/json: { schema: {{response}} } } } }
            components:
              schemas:
                Code: { type: string, maxLength: 5 }
                Color: { type: string, enum: [red, green] }
                Cat: { type: object, properties: { name: { type: string } } }
                Lion: { type: object, properties: { name: { type: string } } }
                Tiger: { type: object, properties: { name: { type: string } } }
                Puma: { type: object, properties: { name: { type: string } } }
                Dog: { type: object, properties: { name: { type: string }, tricks: { type: integer } } }
                Pet: { oneOf: [{{Cat}}, {{Dog}}] }
                Lists: { type: array, items: { $ref: '#/components/schemas/Lists' } }

            """;

    private static string Enumeration(string values)
        => $"openapi: 3.0.3\ninfo: {{ title: Things, version: 1.0.0 }}\npaths:\n  /a:\n    post:\n      operationId: A_Do\n      requestBody: {{ required: true, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Op' }} }} }} }}\n      responses: {{ '204': {{ description: Done. }} }}\ncomponents:\n  schemas:\n    Op: {{ type: string, enum: [{values}] }}\n";
}
