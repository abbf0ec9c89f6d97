using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests;

/// <summary>Compares contracts of OpenAPI 3.1 and 3.2 with equivalent contracts of OpenAPI 3.0.</summary>
public sealed partial class VersionTests
{
    /// <summary>Gets the rows of the table in build/SpecGate/README.md: a schema of 3.1, and its equivalent in 3.0.</summary>
    private static IEnumerable<TestCaseData> Schemas
        => from Match row in Row().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SpecGate.README.md")))
           select new TestCaseData(row.Groups["new"].Value.Replace(@"\|", "|", StringComparison.Ordinal), row.Groups["old"].Value.Replace(@"\|", "|", StringComparison.Ordinal)).SetName($"{{m}}({row.Groups["new"].Value})");

    [TestCaseSource(nameof(Schemas))]
    public async Task Schema_of_a_later_version_is_read_as_its_equivalent_in_OpenAPI_3_0(string schema, string expected)
    {
        var normalized = await NormalizeAsync(Contract("3.1.1", schema));
        var wanted = await NormalizeAsync(Contract("3.0.4", expected));

        Assert.That(normalized.ToString(), Is.EqualTo(wanted.ToString()));
        Assert.That(ContractPair.Changes(Contract("3.0.4", expected), Contract("3.2.0", schema)), Is.Empty);
    }

    [Test]
    public void Table_of_schemas_is_read_from_the_readme() => Assert.That(Schemas.Count(), Is.GreaterThan(25));

    [TestCase("{ type: object, properties: { part: { $ref: '#/$defs/Part' } }, $defs: { Part: { type: string } } }", "resolved against the document")]
    [TestCase("{ $id: 'https://books.test/x', type: object, properties: { part: { $ref: '#/$defs/Part' } }, $defs: { Part: { type: object, properties: { id: { type: string } } } } }", null)]
    [TestCase("{ $id: 'https://books.test/x', type: object, properties: { book: { $ref: '#/components/schemas/Book' }, part: { $ref: '#/$defs/Part' } }, $defs: { Part: { type: object, properties: { id: { type: string } } } } }", null)]
    [TestCase("{ $id: part, type: object, properties: { part: { $ref: 'part#/$defs/Part' } }, $defs: { Part: { type: object, properties: { id: { type: string } } } } }", null)]
    [TestCase("{ type: object, properties: { part: { $ref: '#part' } }, $defs: { Part: { $anchor: part, type: object, properties: { id: { type: string } } } } }", null)]
    [TestCase("{ type: object, properties: { part: { $dynamicRef: '#part' } }, $defs: { Part: { $dynamicAnchor: part, type: object, properties: { id: { type: string } } } } }", null)]
    [TestCase("{ type: object, properties: { part: { $ref: '#/components/schemas/Thing/properties/value/$defs/Part' } }, $defs: { Part: { type: object, properties: { id: { type: string } } } } }", null)]
    public async Task Reference_by_a_name_resolves_to_the_named_schema_or_is_an_error(string schema, string? problem)
    {
        var (all, normalized) = await LintAsync(Contract("3.1.1", schema));

        if (problem is not null)
        {
            Assert.That(all.Where(f => f.Rule.IsError).Select(f => f.Rule), Is.EqualTo(new[] { Rule.Unresolved }));
            return;
        }

        Assert.That(normalized?["components"]?["schemas"]?.Children<JProperty>().Select(s => s.Name), Does.Contain("Part"), string.Join("\n", all));
    }

    [TestCase("{ type: string, nullable: true }", "'nullable' belongs to OpenAPI 3.0")]
    [TestCase("{ type: integer, minimum: 1, exclusiveMinimum: true }", "'exclusiveMinimum: true' belongs to OpenAPI 3.0")]
    public async Task Keyword_of_OpenAPI_3_0_in_a_later_version_is_read_with_a_warning(string schema, string message)
    {
        var (findings, normalized) = await LintAsync(Contract("3.1.1", schema));

        Assert.That(findings.Where(f => f.Rule == Rule.OlderKeyword).Select(f => (f.Mark.Line, f.Message)), Has.Exactly(1).Matches<(int Line, string Message)>(f => f.Line == 20 && f.Message.StartsWith(message, StringComparison.Ordinal)));
        Assert.That(normalized?.ToString(), Is.EqualTo((await NormalizeAsync(Contract("3.0.4", schema))).ToString()));
    }

    [TestCase("{ type: strng }", "OAS041")]
    [TestCase("{ type: [strng, 'null'] }", "OAS041")]
    [TestCase("{ type: string, patern: a }", "OAS008")]
    [TestCase("{ type: { a: b } }", "OAS009")]
    [TestCase("{ $ref: '#/components/schemas/Nothing', description: a }", "OAS011")]
    [TestCase("{ type: string, examples: [1] }", "OAS044")]
    [TestCase("{ type: [string, integer], default: [] }", "OAS043")]
    public async Task Mistake_in_a_schema_of_a_later_version_is_reported_at_its_line(string schema, string code)
    {
        var (findings, _) = await LintAsync(Contract("3.1.1", schema));

        Assert.That(findings.Where(f => string.CompareOrdinal(f.Rule.Code, "OAS100") < 0).Select(f => (f.Rule.Code, f.Mark.Line)), Does.Contain((code, 20)));
    }

    [Test]
    public async Task Change_of_only_the_OpenAPI_version_is_not_reported()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Diff");
        foreach (var contract in Directory.GetFiles(folder, "*.yaml"))
        {
            var text = await File.ReadAllTextAsync(contract);
            // Only the version changes. The gate also reads the keywords of 3.0, such as 'nullable', in later versions.
            var later = Version().Replace(text, "openapi: 3.1.1");

            Assert.That(ContractPair.Changes(text, later), Is.Empty, contract);
        }
    }

    private static string Contract(string version, string schema)
        => $$"""
            openapi: {{version}}
            info: { title: Things, version: 1.0.0 }
            paths:
              /things:
                post:
                  operationId: Things_Add
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            components:
              schemas:
                Book:
                  type: object
                  required: [title]
                  properties:
                    title: { type: string }
                Thing:
                  type: object
                  required: [value]
                  properties:
                    value: {{schema}}

            """;

    private static async Task<JObject> NormalizeAsync(string contract)
    {
        var (findings, normalized) = await LintAsync(contract);
        Assert.That(normalized, Is.Not.Null, string.Join("\n", findings));
        return normalized!;
    }

    private static async Task<(Finding[] Findings, JObject? Normalized)> LintAsync(string contract)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        try
        {
            await File.WriteAllTextAsync(file, contract);
            var (findings, normalized) = await Linter.NormalizeAsync(file);
            return ([.. findings], normalized);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"^\| `(?<new>\{.*\})` \| `(?<old>\{.*\})` \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^openapi: 3[.]0[.]\\d+", RegexOptions.Multiline)]
    private static partial Regex Version();
}
