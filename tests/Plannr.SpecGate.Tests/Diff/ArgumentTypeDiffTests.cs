using System.Globalization;
using System.Text;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;

namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The impact of each change of an argument's type. A change is breaking unless C# converts the old type to the new one implicitly.</summary>
public sealed class ArgumentTypeDiffTests
{
    private static readonly (string Name, string Schema)[] Types =
    [
        ("string", "{ type: string }"),
        ("string?", "{ type: string, nullable: true }"),
        ("Guid", "{ type: string, format: uuid }"),
        ("DateTimeOffset", "{ type: string, format: date-time }"),
        ("DateOnly", "{ type: string, format: date }"),
        ("Uri", "{ type: string, format: uri }"),
        ("byte[]", "{ type: string, format: byte }"),
        ("int", "{ type: integer, format: int32 }"),
        ("int?", "{ type: integer, format: int32, nullable: true }"),
        ("long", "{ type: integer }"),
        ("long?", "{ type: integer, nullable: true }"),
        ("uint", "{ type: integer, format: uint32 }"),
        ("ulong", "{ type: integer, format: uint64 }"),
        ("decimal", "{ type: number, format: decimal }"),
        ("float", "{ type: number, format: float }"),
        ("double", "{ type: number }"),
        ("bool", "{ type: boolean }"),
        ("JToken", "{}"),
        ("TextEnum", "{ $ref: '#/components/schemas/TextEnum' }"),
        ("NumberEnum", "{ $ref: '#/components/schemas/NumberEnum' }"),
        ("Base", "{ $ref: '#/components/schemas/Base' }"),
        ("Derived", "{ $ref: '#/components/schemas/Derived' }"),
        ("Union of string and Base", "{ $ref: '#/components/schemas/Union' }"),
        ("list of int", "{ type: array, items: { type: integer, format: int32 } }"),
        ("list of long", "{ type: array, items: { type: integer } }"),
        ("list of string", "{ type: array, items: { type: string } }"),
        ("list of string?", "{ type: array, items: { type: string, nullable: true } }"),
        ("list of Base", "{ type: array, items: { $ref: '#/components/schemas/Base' } }"),
        ("list of Derived", "{ type: array, items: { $ref: '#/components/schemas/Derived' } }"),
        ("map of Base", "{ type: object, additionalProperties: { $ref: '#/components/schemas/Base' } }"),
        ("map of Derived", "{ type: object, additionalProperties: { $ref: '#/components/schemas/Derived' } }"),
    ];

    [Test]
    public Task Argument_type_change_has_the_expected_impact()
    {
        var text = new StringBuilder("All other changes are breaking.\n");
        var now = Contract(Types.Select(t => t.Schema));
        foreach (var (name, schema) in Types)
        {
            var changed = ContractDiff.Compare(Contract(Types.Select(_ => schema)), now)
                .Where(c => c.Id == "argument-type-changed")
                .ToDictionary(c => c.Where, c => c.Impact.ToString());
            var changes = Types.Index()
                .Where(t => t.Item.Name != name)
                .ToLookup(t => changed.GetValueOrDefault($"ThingsClient.Put{t.Index}Async", "none"), t => t.Item.Name);
            text.Append(CultureInfo.InvariantCulture, $"\n{name}\n");
            foreach (var impact in new[] { "none", "Risky", "Compatible" }.Where(changes.Contains))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {impact}: {string.Join(", ", changes[impact])}\n");
            }
        }

        return Snapshot.Verify(text.ToString(), "txt");
    }

    // Returns a contract with an operation for each schema.
    private static OpenApiContract Contract(IEnumerable<string> schemas) => ContractPair.Read("contract.yaml", $$"""
        openapi: 3.0.3
        info: { title: Things, version: 1.0.0 }
        paths:
        {{string.Concat(schemas.Select(Operation))}}
        components:
          schemas:
            TextEnum: { type: string, enum: [a, b] }
            NumberEnum: { type: integer, enum: [1, 2] }
            Base: { type: object, properties: { name: { type: string } } }
            Derived: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { size: { type: integer } } }] }
            Union: { oneOf: [{ type: string }, { $ref: '#/components/schemas/Base' }] }

        """);

    private static string Operation(string schema, int index) => $$"""
          /things/{{index}}:
            put:
              operationId: Things_Put{{index}}
              requestBody: { required: true, content: { application/json: { schema: {{schema}} } } }
              responses: { '204': { description: Done. } }

        """;
}
