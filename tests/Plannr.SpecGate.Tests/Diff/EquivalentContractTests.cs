namespace Plannr.SpecGate.Tests.Diff;

/// <summary>Edits that keep the meaning of a contract, and edits that change the meaning of an existing name.</summary>
public sealed class EquivalentContractTests
{
    private const string Contract = """
        openapi: 3.0.3
        info: { title: Books, version: 1.0.0 }
        paths:
          /books:
            post:
              operationId: Books_Add
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/shelf_book' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/shelf_book' } } } } }
        components:
          schemas:
            Order: { type: string, enum: ['<', '<=', a-b, a_b] }
            shelf_book:
              type: object
              required: [title]
              properties:
                title: { type: string }
                order: { allOf: [{ $ref: '#/components/schemas/Order' }] }

        """;

    [TestCase("shelf_book", "ShelfBook")]
    [TestCase("allOf: [", "oneOf: [")]
    [TestCase("allOf: [", "anyOf: [")]
    [TestCase("application/json", "'application/json; charset=utf-8'")]
    [TestCase("application/json", "'application/json;charset=\"UTF-8\"'")]
    public void Edit_that_keeps_the_meaning_of_a_contract_is_not_reported(string from, string to)
        => Assert.That(ContractPair.Changes(Contract, Contract.Replace(from, to, StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Enumeration_member_that_gets_another_value_is_breaking_for_CSharp()
        => Assert.That(
            ContractPair.Changes(Contract, Contract.Replace("['<', '<=', a-b, a_b]", "['<', '<>', '<=', a-b, a_b]", StringComparison.Ordinal)),
            Does.Contain("C#: enumeration-member-value-changed breaking").And.Contain("C#: enumeration-member-added compatible"));

    [Test]
    public void New_required_property_with_a_default_is_compatible_for_callers()
        => Assert.That(
            ContractPair.Changes(Contract, Contract
                .Replace("required: [title]", "required: [title, pages]", StringComparison.Ordinal)
                .Replace("title: { type: string }", "title: { type: string }\n        pages: { type: integer, default: 1 }", StringComparison.Ordinal)),
            Does.Contain("new-required-request-property-with-default compatible"));

    [Test]
    public void Discriminator_that_moves_into_a_part_of_allOf_is_not_a_change()
    {
        const string Schema = """
            openapi: 3.0.3
            info: { title: Questions, version: 1.0.0 }
            paths:
              /questions:
                get:
                  operationId: Questions_Get
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Question' } } } } }
            components:
              schemas:
                Entity: { type: object, properties: { id: { type: string } } }
                Question:
                  DISCRIMINATOR
                  allOf: [{ $ref: '#/components/schemas/Entity' }, { PART type: object, properties: { kind: { type: string } } }]
                Choice: { allOf: [{ $ref: '#/components/schemas/Question' }, { type: object, properties: { options: { type: integer } } }] }
                Text: { allOf: [{ $ref: '#/components/schemas/Question' }, { type: object, properties: { length: { type: integer } } }] }

            """;
        const string Discriminator = "discriminator: { propertyName: kind, mapping: { choice: '#/components/schemas/Choice', text: '#/components/schemas/Text' } }";
        var own = Schema.Replace("DISCRIMINATOR", Discriminator, StringComparison.Ordinal).Replace("PART", "", StringComparison.Ordinal);
        var ofPart = Schema.Replace("DISCRIMINATOR", "description: A question", StringComparison.Ordinal).Replace("PART", Discriminator + ",", StringComparison.Ordinal);

        Assert.That(ContractPair.Changes(own, ofPart), Is.Empty);
        Assert.That(ContractPair.Changes(own, ofPart.Replace(Discriminator + ",", "", StringComparison.Ordinal)), Is.Not.Empty);
    }
}
