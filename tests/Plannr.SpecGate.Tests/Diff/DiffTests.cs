using System.Text.RegularExpressions;
using Plannr.SpecGate.Diff;

namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The impact of each change of a contract on callers of the API and, separately, on users of the generated C#.</summary>
public sealed partial class DiffTests
{
    private static readonly string Base = ContractPair.Text("base.yaml");

    private const string ThingName = "name: { type: string, description: Its name., maxLength: 10, pattern: '^A' }";
    private const string RequiredName = "required: [name]\n      properties:\n        " + ThingName + "\n";
    private const string RequiredNameAndOwner = "required: [name, owner]\n      properties:\n        " + ThingName + "\n        owner: { type: string, nullable: true, description: Its owner. }\n";
    private const string NewLabel = "label: { type: string, description: The label., default: none }";
    private const string Page = "- { name: page, in: query, description: The page., style: form, schema: { type: integer, maximum: 10 } }";

    // Servers and security.
    [TestCase("https://one.example.test", "https://two.example.test", "server-added compatible", "server-removed risky")]
    [TestCase("security:\n  - key: []\n", "security:\n  - key: []\n  - other: []\n", "api-security-added compatible ×3")]
    [TestCase("security:\n  - key: []\n", "security:\n  - other: []\n", "api-security-added compatible ×3", "api-security-removed breaking ×3")]
    [TestCase("security:\n  - key: []\n", "", "api-security-removed compatible ×3")]
    [TestCase("security:\n  - key: []\n", "security:\n  - key: []\n  - {}\n", "api-security-removed compatible ×3")]

    // Operations.
    [TestCase("    delete:\n      operationId: Things_Delete\n      summary: Delete a thing\n      deprecated: true\n", "    put:\n      operationId: Things_Put\n      summary: Put a thing\n", "C#: method-added risky", "C#: method-removed breaking", "api-removed-after-deprecation breaking", "endpoint-added compatible")]
    [TestCase("    delete:\n      operationId: Things_Delete\n      summary: Delete a thing\n      deprecated: true\n", "    delete:\n      operationId: Things_Remove\n      summary: Delete a thing\n      deprecated: true\n", "C#: method-renamed breaking")]
    [TestCase("summary: Get a thing\n", "summary: Get a thing\n      deprecated: true\n", "C#: became-obsolete risky", "endpoint-deprecated compatible")]
    [TestCase("summary: Get a thing\n", "summary: Get one thing\n")]
    [TestCase("  /things:\n    post:\n", "  /new-things:\n    post:\n", "api-removed-without-deprecation breaking", "endpoint-added compatible")]

    // Parameters.
    [TestCase(Page, "# none", "C#: argument-removed breaking", "request-parameter-removed risky")]
    [TestCase(Page, Page + "\n        - { name: sort, in: query, description: The order., schema: { type: string } }", "C#: argument-added risky", "new-optional-request-parameter compatible")]
    [TestCase(Page, Page + "\n        - { name: sort, in: query, required: true, description: The order., schema: { type: string } }", "C#: argument-added breaking", "new-required-request-parameter breaking")]
    [TestCase("name: page, in: query,", "name: page, in: query, required: true,", "C#: argument-became-required breaking", "C#: argument-order-changed breaking", "request-parameter-became-required breaking")]
    [TestCase("name: all, in: query, required: true,", "name: all, in: query,", "C#: argument-became-optional risky", "C#: argument-order-changed breaking", "request-parameter-became-optional compatible")]
    [TestCase("style: form,", "style: form, explode: false,", "request-parameter-style-changed compatible")]
    [TestCase("/things/{id}:\n    parameters:\n      - { name: id,", "/things/{uuid}:\n    parameters:\n      - { name: uuid,", "C#: argument-renamed risky ×2")]
    [TestCase("schema: { type: integer, maximum: 10 }", "schema: { type: integer, maximum: 5 }", "request-bound-tightened breaking")]
    [TestCase("schema: { type: integer, maximum: 10 }", "schema: { type: integer }", "request-bound-relaxed compatible")]
    [TestCase("schema: { type: integer, maximum: 10 }", "schema: { type: string }", "C#: argument-type-changed breaking", "request-bound-relaxed compatible", "request-property-type-changed breaking")]
    [TestCase("schema: { type: integer, maximum: 10 }", "schema: { type: number, maximum: 10 }", "C#: argument-type-changed risky", "request-property-type-changed compatible")]

    // The request body.
    [TestCase("required: false\n", "required: true\n", "C#: argument-became-required breaking", "request-body-became-required breaking")]
    [TestCase("          text/csv: { schema: { type: string } }\n", "", "request-body-media-type-removed breaking")]
    [TestCase("          text/csv: { schema: { type: string } }\n", "          text/csv: { schema: { type: string } }\n          text/html: { schema: { type: string } }\n", "request-body-media-type-added compatible")]
    [TestCase(NewLabel, NewLabel + "\n        extra: { type: string, description: More. }", "C#: property-added compatible", "new-optional-request-property compatible")]
    [TestCase("required: [name]\n      properties:\n        name: { type: string, description: The name.", "required: [name, extra]\n      properties:\n        extra: { type: string, description: More. }\n        name: { type: string, description: The name.", "C#: property-added compatible", "new-required-request-property breaking")]
    [TestCase("required: [name]\n", "required: [name, label]\n", "C#: property-nullability-changed risky", "request-property-became-required breaking")]
    [TestCase("required: [name]\n", "required: [name, size]\n", "request-property-became-required breaking")]
    [TestCase("      required: [name]\n", "", "C#: property-nullability-changed risky", "request-property-became-optional compatible")]
    [TestCase("        " + NewLabel + "\n", "", "C#: property-removed breaking", "request-property-removed risky")]
    [TestCase("default: none", "default: some", "request-property-default-value-changed breaking")]
    [TestCase("size: { type: integer, nullable: true,", "size: { type: integer,", "request-property-became-not-nullable breaking")]
    [TestCase("label: { type: string,", "label: { type: string, nullable: true,", "request-property-became-nullable compatible")]
    [TestCase("enum: [slow, fast]", "enum: [slow]", "C#: enumeration-member-removed breaking", "request-property-enum-value-removed breaking")]
    [TestCase("enum: [slow, fast]", "enum: [slow, fast, faster]", "C#: enumeration-member-added compatible", "request-property-enum-value-added compatible")]
    [TestCase("minLength: 1", "minLength: 2", "request-bound-tightened breaking")]
    [TestCase("description: The name., minLength: 1", "description: The name., minLength: 1, pattern: '^A'", "request-property-pattern-changed breaking")]
    [TestCase("anyOf: [{ type: string }, { type: boolean }]", "anyOf: [{ type: string }]", "C#: property-type-changed breaking", "C#: type-removed breaking", "request-alternative-removed breaking")]
    [TestCase("anyOf: [{ type: string }, { type: boolean }]", "anyOf: [{ type: string }, { type: boolean }, { type: integer }]", "C#: alternative-added compatible", "request-alternative-added compatible")]
    [TestCase("      additionalProperties: true\n", "      additionalProperties: false\n", "C#: property-removed breaking", "request-additional-properties-forbidden breaking")]
    [TestCase("additionalProperties: { type: integer }", "additionalProperties: { type: string }", "C#: property-type-changed breaking", "request-property-type-changed breaking")]

    // Responses.
    [TestCase("        '404': { description: There is none. }\n", "", "response-non-success-status-removed risky")]
    [TestCase("        '404': { description: There is none. }\n", "        '404': { description: There is none. }\n        '409': { description: Twice. }\n", "response-non-success-status-added compatible")]
    [TestCase("'201': { description: Created. }", "'202': { description: Accepted. }", "response-success-status-added compatible", "response-success-status-removed breaking")]
    [TestCase("            text/plain: { schema: { type: string }, example: A }\n", "", "response-media-type-removed breaking")]
    [TestCase("            X-Left: { description: What is left., schema: { type: integer } }\n", "", "optional-response-header-removed risky")]
    [TestCase("            X-Sure: { description: Is there., required: true, schema: { type: integer } }\n", "", "required-response-header-removed breaking")]
    [TestCase("        seen: { type: string, description: When it was seen. }\n", "", "C#: property-removed breaking", "response-optional-property-removed risky")]
    [TestCase("        seen: { type: string, description: When it was seen. }\n", "        seen: { type: string, description: When it was seen. }\n        heard: { type: string, description: When it was heard. }\n", "C#: property-added compatible", "response-property-added compatible")]
    [TestCase(RequiredNameAndOwner, RequiredName, "C#: property-removed breaking", "response-required-property-removed breaking")]
    [TestCase("seen: { type: string,", "seen: { type: string, format: date-time,", "C#: property-type-changed breaking", "response-property-type-changed compatible")]
    [TestCase("seen: { type: string,", "seen: { type: integer,", "C#: property-type-changed breaking", "response-property-type-changed breaking")]
    [TestCase("count: { type: integer, format: int32,", "count: { type: integer, format: int64,", "C#: property-type-changed breaking", "response-property-type-changed breaking")]
    [TestCase("required: [name, owner]", "required: [name]", "response-property-became-optional breaking")]
    [TestCase("required: [name, owner]", "required: [name, owner, count]", "C#: property-type-changed breaking", "response-property-became-required compatible")]
    [TestCase("seen: { type: string,", "seen: { type: string, nullable: true,", "response-property-became-nullable breaking")]
    [TestCase("owner: { type: string, nullable: true,", "owner: { type: string,", "C#: property-nullability-changed risky", "response-property-became-not-nullable compatible")]
    [TestCase("name: { type: string, description: The name.", "name: { type: string, nullable: true, description: The name.", "C#: property-nullability-changed risky", "request-property-became-nullable compatible")]
    [TestCase("enum: [small, large]", "enum: [small, large, huge]", "C#: enumeration-member-added compatible", "response-property-enum-value-added risky")]
    [TestCase("enum: [small, large]", "enum: [small]", "C#: enumeration-member-removed breaking", "response-property-enum-value-removed compatible")]
    [TestCase("maxLength: 10", "maxLength: 20", "response-bound-relaxed breaking")]
    [TestCase("maxLength: 10", "maxLength: 5", "response-bound-tightened compatible")]
    [TestCase(", pattern: '^A'", "", "response-property-pattern-changed risky")]
    [TestCase("items: { type: string }", "items: { type: integer }", "C#: property-type-changed breaking", "response-property-type-changed breaking")]
    [TestCase("oneOf: [{ $ref: '#/components/schemas/Parent' }, { type: string }]", "oneOf: [{ $ref: '#/components/schemas/Parent' }, { type: string }, { type: boolean }]", "C#: alternative-added compatible", "response-alternative-added risky")]
    public void Change_has_the_expected_impact(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("base.yaml", from, to), Is.EqualTo(expected));

    [Test]
    public void Renamed_schema_changes_only_the_CSharp_code()
        => Assert.That(
            ContractPair.Changes(Base, Base.Replace("Parent", "Ancestor", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "C#: alternative-renamed breaking", "C#: type-renamed breaking" }));

    [Test]
    public void Change_of_a_tag_a_summary_or_the_property_order_is_not_reported()
        => Assert.That(
            ContractPair.Changes(Base, Base
                .Replace("summary: Get a thing\n", "summary: Fetch a thing\n      tags: [Moved]\n", StringComparison.Ordinal)
                .Replace("        " + ThingName + "\n", "", StringComparison.Ordinal)
                .Replace("        seen: {", "        " + ThingName + "\n        seen: {", StringComparison.Ordinal)),
            Is.Empty);

    [TestCase("text")]
    [TestCase("markdown")]
    [TestCase("json")]
    public async Task Report_lists_all_changes(string format)
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
