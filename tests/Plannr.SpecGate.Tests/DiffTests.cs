using System.Text.RegularExpressions;
using Plannr.SpecGate.Diff;

namespace Plannr.SpecGate.Tests;

/// <summary>What each change of a contract does to callers of the API and, apart from that, to users of the generated C#.</summary>
public sealed partial class DiffTests
{
    private static readonly string Base = ContractPair.Text("base.yaml");

    private const string ThingName = "name: { type: string, description: Its name., maxLength: 10, pattern: '^A' }";
    private const string NewLabel = "label: { type: string, description: The label., default: none }";
    private const string Page = "- { name: page, in: query, description: The page., style: form, schema: { type: integer, maximum: 10 } }";

    // Servers and security.
    [TestCase("https://one.example.test", "https://two.example.test", "server-added compatible/none", "server-removed risky/risky")]
    [TestCase("security:\n  - key: []\n", "security:\n  - key: []\n  - other: []\n", "api-security-added compatible/none ×3")]
    [TestCase("security:\n  - key: []\n", "security:\n  - other: []\n", "api-security-added compatible/none ×3", "api-security-removed breaking/none ×3")]
    [TestCase("security:\n  - key: []\n", "", "api-security-removed compatible/none ×3")]
    [TestCase("security:\n  - key: []\n", "security:\n  - key: []\n  - {}\n", "api-security-removed compatible/none ×3")]

    // Operations.
    [TestCase("    delete:\n      operationId: Things_Delete\n      summary: Delete a thing\n      deprecated: true\n", "    put:\n      operationId: Things_Put\n      summary: Put a thing\n",
        "api-removed-after-deprecation breaking/breaking", "endpoint-added compatible/risky")]
    [TestCase("    delete:\n      operationId: Things_Delete\n      summary: Delete a thing\n      deprecated: true\n", "    delete:\n      operationId: Things_Remove\n      summary: Delete a thing\n      deprecated: true\n", "operation-id-changed none/breaking")]
    [TestCase("summary: Get a thing\n", "summary: Get a thing\n      deprecated: true\n", "endpoint-deprecated compatible/risky")]
    [TestCase("summary: Get a thing\n", "summary: Get one thing\n")]
    [TestCase("  /things:\n    post:\n", "  /new-things:\n    post:\n", "api-removed-without-deprecation breaking/breaking", "endpoint-added compatible/risky")]

    // Parameters.
    [TestCase(Page, "# none", "request-parameter-removed risky/breaking")]
    [TestCase(Page, Page + "\n        - { name: sort, in: query, description: The order., schema: { type: string } }", "new-optional-request-parameter compatible/risky")]
    [TestCase(Page, Page + "\n        - { name: sort, in: query, required: true, description: The order., schema: { type: string } }", "new-required-request-parameter breaking/breaking")]
    [TestCase("name: page, in: query,", "name: page, in: query, required: true,", "argument-order-changed none/breaking", "request-parameter-became-required breaking/breaking")]
    [TestCase("name: all, in: query, required: true,", "name: all, in: query,", "argument-order-changed none/breaking", "request-parameter-became-optional compatible/risky")]
    [TestCase("style: form,", "style: form, explode: false,", "request-parameter-style-changed compatible/none")]
    [TestCase("/things/{id}:\n    parameters:\n      - { name: id,", "/things/{uuid}:\n    parameters:\n      - { name: uuid,", "path-parameter-renamed none/risky ×2")]
    [TestCase("schema: { type: integer, maximum: 10 }", "schema: { type: integer, maximum: 5 }", "request-bound-tightened breaking/none")]
    [TestCase("schema: { type: integer, maximum: 10 }", "schema: { type: integer }", "request-bound-relaxed compatible/none")]
    [TestCase("schema: { type: integer, maximum: 10 }", "schema: { type: string }", "request-bound-relaxed compatible/none", "request-property-type-changed breaking/breaking")]
    [TestCase("schema: { type: integer, maximum: 10 }", "schema: { type: number, maximum: 10 }", "request-property-type-changed compatible/breaking")]

    // The request body.
    [TestCase("required: false\n", "required: true\n", "request-body-became-required breaking/breaking")]
    [TestCase("          text/csv: { schema: { type: string } }\n", "", "request-body-media-type-removed breaking/breaking")]
    [TestCase("          text/csv: { schema: { type: string } }\n", "          text/csv: { schema: { type: string } }\n          text/html: { schema: { type: string } }\n", "request-body-media-type-added compatible/risky")]
    [TestCase(NewLabel, NewLabel + "\n        extra: { type: string, description: More. }", "new-optional-request-property compatible/compatible")]
    [TestCase("required: [name]\n      properties:\n        name: { type: string, description: The name.", "required: [name, extra]\n      properties:\n        extra: { type: string, description: More. }\n        name: { type: string, description: The name.", "new-required-request-property breaking/compatible")]
    [TestCase("required: [name]\n", "required: [name, label]\n", "request-property-became-required breaking/risky")]
    [TestCase("required: [name]\n", "required: [name, size]\n", "request-property-became-required breaking/none")]
    [TestCase("      required: [name]\n", "", "request-property-became-optional compatible/risky")]
    [TestCase("        " + NewLabel + "\n", "", "request-property-removed risky/breaking")]
    [TestCase("default: none", "default: some", "request-property-default-value-changed breaking/none")]
    [TestCase("size: { type: integer, nullable: true,", "size: { type: integer,", "request-property-became-not-nullable breaking/none")]
    [TestCase("label: { type: string,", "label: { type: string, nullable: true,", "request-property-became-nullable compatible/none")]
    [TestCase("enum: [slow, fast]", "enum: [slow]", "request-property-enum-value-removed breaking/breaking")]
    [TestCase("enum: [slow, fast]", "enum: [slow, fast, faster]", "request-property-enum-value-added compatible/compatible")]
    [TestCase("minLength: 1", "minLength: 2", "request-bound-tightened breaking/none")]
    [TestCase("description: The name., minLength: 1", "description: The name., minLength: 1, pattern: '^A'", "request-property-pattern-changed breaking/none")]
    [TestCase("anyOf: [{ type: string }, { type: boolean }]", "anyOf: [{ type: string }]", "request-alternative-removed breaking/breaking")]
    [TestCase("anyOf: [{ type: string }, { type: boolean }]", "anyOf: [{ type: string }, { type: boolean }, { type: integer }]", "request-alternative-added compatible/compatible")]
    [TestCase("      additionalProperties: true\n", "      additionalProperties: false\n", "request-additional-properties-forbidden breaking/none")]
    [TestCase("additionalProperties: { type: integer }", "additionalProperties: { type: string }", "request-property-type-changed breaking/breaking")]

    // Responses.
    [TestCase("        '404': { description: There is none. }\n", "", "response-non-success-status-removed risky/risky")]
    [TestCase("        '404': { description: There is none. }\n", "        '404': { description: There is none. }\n        '409': { description: Twice. }\n", "response-non-success-status-added compatible/compatible")]
    [TestCase("'201': { description: Created. }", "'202': { description: Accepted. }", "response-success-status-added compatible/risky", "response-success-status-removed breaking/risky")]
    [TestCase("            text/plain: { schema: { type: string }, example: A }\n", "", "response-media-type-removed breaking/breaking")]
    [TestCase("            X-Left: { description: What is left., schema: { type: integer } }\n", "", "optional-response-header-removed risky/none")]
    [TestCase("            X-Sure: { description: Is there., required: true, schema: { type: integer } }\n", "", "required-response-header-removed breaking/none")]
    [TestCase("        seen: { type: string, description: When it was seen. }\n", "", "response-optional-property-removed risky/breaking")]
    [TestCase("        seen: { type: string, description: When it was seen. }\n", "        seen: { type: string, description: When it was seen. }\n        heard: { type: string, description: When it was heard. }\n", "response-property-added compatible/compatible")]
    [TestCase("seen: { type: string,", "seen: { type: string, format: date-time,", "response-property-type-changed compatible/breaking")]
    [TestCase("seen: { type: string,", "seen: { type: integer,", "response-property-type-changed breaking/breaking")]
    [TestCase("count: { type: integer, format: int32,", "count: { type: integer, format: int64,", "response-property-type-changed breaking/breaking")]
    [TestCase("required: [name, owner]", "required: [name]", "response-property-became-optional breaking/none")]
    [TestCase("required: [name, owner]", "required: [name, owner, count]", "response-property-became-required compatible/breaking")]
    [TestCase("seen: { type: string,", "seen: { type: string, nullable: true,", "response-property-became-nullable breaking/none")]
    [TestCase("owner: { type: string, nullable: true,", "owner: { type: string,", "response-property-became-not-nullable compatible/risky")]
    [TestCase("name: { type: string, description: The name.", "name: { type: string, nullable: true, description: The name.", "request-property-became-nullable compatible/risky")]
    [TestCase("enum: [small, large]", "enum: [small, large, huge]", "response-property-enum-value-added risky/compatible")]
    [TestCase("enum: [small, large]", "enum: [small]", "response-property-enum-value-removed compatible/breaking")]
    [TestCase("maxLength: 10", "maxLength: 20", "response-bound-relaxed breaking/none")]
    [TestCase("maxLength: 10", "maxLength: 5", "response-bound-tightened compatible/none")]
    [TestCase(", pattern: '^A'", "", "response-property-pattern-changed risky/none")]
    [TestCase("items: { type: string }", "items: { type: integer }", "response-property-type-changed breaking/breaking")]
    [TestCase("oneOf: [{ $ref: '#/components/schemas/Parent' }, { type: string }]", "oneOf: [{ $ref: '#/components/schemas/Parent' }, { type: string }, { type: boolean }]", "response-alternative-added risky/compatible")]
    public void A_change_is(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("base.yaml", from, to), Is.EqualTo(expected));

    [Test]
    public void A_renamed_schema_is_seen_by_CSharp_alone()
        => Assert.That(
            ContractPair.Changes(Base, Base.Replace("Parent", "Ancestor", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "response-alternative-added risky/compatible", "response-alternative-removed compatible/breaking", "schema-renamed none/breaking" }));

    [Test]
    public void A_moved_tag_a_description_and_the_order_change_nothing()
        => Assert.That(
            ContractPair.Changes(Base, Base
                .Replace("summary: Get a thing\n", "summary: Fetch a thing\n      tags: [Moved]\n", StringComparison.Ordinal)
                .Replace("        " + ThingName + "\n", "", StringComparison.Ordinal)
                .Replace("        seen: {", "        " + ThingName + "\n        seen: {", StringComparison.Ordinal)),
            Is.Empty);

    [TestCase("text")]
    [TestCase("markdown")]
    [TestCase("json")]
    public async Task Report(string format)
    {
        var now = Base.Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal)
            .Replace("operationId: Things_Get", "operationId: Things_Fetch", StringComparison.Ordinal)
            .Replace("seen: { type: string,", "seen: { type: string, nullable: true,", StringComparison.Ordinal)
            .Replace("pattern: '^A'", "pattern: '^A|^B'", StringComparison.Ordinal);
        var report = ContractPair.Read(Base, now, (old, current) => new DiffReport(old, current, ContractDiff.Compare(old, current)));

        var text = format switch { "json" => report.ToJson(), "markdown" => report.ToMarkdown(), _ => report.ToText() };

        text = Folder().Replace(text, "$1.yaml");
        await Snapshot.Verify(text.ReplaceLineEndings("\n"), format == "markdown" ? "md" : format == "json" ? "json" : "txt");
    }

    [GeneratedRegex(@"[^\s""]+[/\\](old|new)\.yaml")]
    private static partial Regex Folder();
}
