using System.Globalization;
using System.Text;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests;

/// <summary>Hostile and unusual contracts. The gate must report findings, and must neither throw nor hang.</summary>
public sealed class HostileContractTests
{
    // The gate must finish within ten seconds. The limit is higher because other tests run at the same time.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(40);

    private const string Start = "openapi: 3.0.3\ninfo: { title: Hostile, version: 1.0.0 }\n";

    // A contract with one operation, which returns the schema A. The schema is in line 9.
    private static string Contract(string schema) => Start + """
        paths:
          /things:
            get:
              operationId: Things_Get
              responses: { '200': { description: Fine., content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
        components: { schemas:
          { A: 
        """ + schema + " } }\n";

    private static string Nested(string open, string inner, string close, int times) => string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));

    private static IEnumerable<TestCaseData> Limits()
    {
        yield return Case("A flow list", Start + "x-a: " + Nested("[", "", "]", 20_000), "(3,", "OAS013");
        yield return Case("A flow map", Start + "x-a: " + Nested("{a: ", "1", "}", 20_000), "(3,", "OAS013");
        yield return Case("A block list", Start + "x-a:\n  " + Nested("- ", "a", "", 20_000), "(4,", "OAS013");
        yield return Case("A block map", Start + string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "x-a:\n")), "(259,", "OAS013");
        yield return Case("A list without an end", Start + "x-a: " + new string('[', 20_000), "(3,", "OAS013");
        yield return Case("JSON", "{\"openapi\": \"3.0.3\",\n\"x-a\": " + Nested("[", "", "]", 20_000) + "}", "(2,", "OAS013");
        yield return Case("Keys", Start + "? " + Nested("[", "", "]", 20_000) + "\n: 1\n", "(3,", "OAS013");
        yield return Case("A schema", Contract(Nested("{ type: array, items: ", "{ type: string }", " }", 1_000)), "(9,", "OAS013");
        yield return Case("Aliases of aliases", Start + "x-0: &a0 [a, a, a, a, a, a, a, a, a, a]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"x-{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n")), "(7,", "OAS013");
        yield return Case("Aliases within each other", Start + "x-0: &a0 [a]\n" + string.Concat(Enumerable.Range(1, 1_000).Select(i => $"x-{i}: &a{i} [*a{i - 1}]\n")), "(258,", "OAS013");
    }

    private static IEnumerable<TestCaseData> Syntax()
    {
        yield return Case("An alias of itself", Start + "x-a: &a [*a]\n", "(3,10)", "OAS004");
        yield return Case("A tab", Start + "paths:\n  /a:\n\tget: {}\n", "(5,1)", "OAS004");
        yield return Case("A list that the next key ends", Start + "x-a: [1, 2\nx-b: 3\n", "(3,", "OAS004");
        yield return Case("A list at the end", Start + "x-a: [1, 2", "(3,11)", "OAS004");
        yield return Case("Quotes without an end", Start + "x-a: 'text\n", "(3,6)", "OAS004");
        yield return Case("Half of a surrogate pair", Start + "x-a: \"\\uD83D\"\n", "(3,6)", "OAS004");
        yield return Case("A surrogate pair in the wrong order", Start + "x-a: \"\\uDE00\\uD83D\"\n", "(3,", "OAS004");
        yield return Case("Two documents", Start + "---\na: b\n", "(3,1)", "OAS004");
        yield return Case("A control character", Start + "x-a: \0\n", "(3,6)", "OAS004");
        yield return Case("A duplicate key", Start + "info: {}\n", "(3,1)", "OAS005");
        yield return Case("A key that is a list", Start + "? [a]\n: b\n", "(3,3)", "OAS009");
        yield return Case("A key that is null", Start + "~: b\n", "(3,1)", "OAS120");
        yield return Case("A key without text at the end", Start + "x-a:\n  b:\n  :", "(5,4)", "OAS004");
        yield return Case("A list that is not closed", Start + "x-a: [", "(3,7)", "OAS004");
        yield return Case("A tag", Start + "x-a: !!binary aGk=\n", "(3,6)", "OAS009");
        yield return Case("A document that is a list", "- a\n", "(1,1)", "OAS009");
        yield return Case("A document that is text", "text\n", "(1,1)", "OAS009");
        yield return Case("A document that is a number", "1\n", "(1,1)", "OAS009");
    }

    [TestCaseSource(nameof(Limits))]
    [TestCaseSource(nameof(Syntax))]
    public async Task Document_that_exceeds_a_limit_or_is_invalid_is_reported_at_its_position(string text, string place, string code)
    {
        var findings = await LintAsync(text);

        Assert.That(findings, Has.Some.Contains($"{place}").And.Some.Contains($" {code}: "), string.Join("\n", findings));
        Assert.That(findings.First(f => f.Contains(code, StringComparison.Ordinal)), Does.StartWith(place));
    }

    // The schema, and the findings in its line.
    [TestCase("{ type: string, pattern: '([', example: a }", "warning OAS046")]
    [TestCase("{ type: string, pattern: '^(a+)+$', example: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' }", "warning OAS108")]
    [TestCase("{ type: string, pattern: '^[a-z]{0,99999999999}$', example: a }", "warning OAS108")]
    [TestCase("{ type: string, pattern: '\\_', example: a }", "warning OAS044")]
    [TestCase("{ type: string, pattern: '\\_', example: _ }")]
    [TestCase("{ type: string, pattern: '[^]', example: a }")]
    [TestCase("{ type: string, pattern: '^\\p{L}+$', example: 'Ł' }")]
    [TestCase("{ type: string, pattern: '(?i)^A$', example: a }")]
    [TestCase("{ type: string, pattern: '^[\\w-\\.]+$', example: a.b-c }")]
    [TestCase("{ type: string, maxLength: 4294967295, minLength: 0, example: a }")]
    [TestCase("{ type: string, minLength: 4294967295, example: a }", "warning OAS044")]
    [TestCase("{ type: string, maxLength: 1e30, example: a }")]
    [TestCase("{ type: string, maxLength: 1.0, example: ab }", "warning OAS044")]
    [TestCase("{ type: string, maxLength: -1 }", "warning OAS121")]
    [TestCase("{ type: string, maxLength: 1.5 }", "warning OAS121")]
    [TestCase("{ type: array, items: {}, minItems: 0, maxItems: 99999999999999999999, example: [1] }")]
    [TestCase("{ type: object, maxProperties: 18446744073709551615, minProperties: 0, example: { a: 1 } }")]
    [TestCase("{ type: number, maximum: 1e400, minimum: -1e400, example: 1e400 }")]
    [TestCase("{ type: number, maximum: 1e400, minimum: -1e400, example: -1e400 }")]
    [TestCase("{ type: number, minimum: text, example: 5 }", "warning OAS121")]
    [TestCase("{ type: number, maximum: 1e30, example: 5 }")]
    [TestCase("{ type: number, multipleOf: 0.1, example: 0.3 }")]
    [TestCase("{ type: number, multipleOf: 1e40, example: 0 }")]
    [TestCase("{ type: number, multipleOf: 0, example: 0 }", "warning OAS121")]
    [TestCase("{ type: number, multipleOf: -1 }", "warning OAS121")]
    [TestCase("{ type: number, example: .nan }", "warning OAS044")]
    [TestCase("{ type: string, example: 2001-12-14 }")]
    [TestCase("{ type: string, example: !!str 12 }")]
    [TestCase("{ type: object, properties: { $ref: { type: string } }, example: { $ref: text } }")]
    [TestCase("{ type: object, properties: { $ref: { type: string } }, required: [$ref], example: { $ref: 1 } }", "warning OAS044")]
    [TestCase("{ type: object, properties: { allOf: { type: array, items: {} }, oneOf: { type: string }, properties: { type: integer }, items: { type: string }, enum: { type: string }, discriminator: { type: object, properties: { propertyName: { type: string } } }, x-a: { type: string }, type: { type: string }, default: { type: string }, example: { $ref: '#/components/schemas/A' } } }")]
    [TestCase("{ type: object, example: { $ref: 'https://example.test/nothing.json' } }")]
    [TestCase("{ type: object, x-a: { $ref: 'https://example.test/nothing.json' }, example: {} }")]
    [TestCase("{ type: object, additionalProperties: true, default: { $ref: '#/nowhere', $id: a, $type: System.Object } }")]
    [TestCase("{ oneOf: [{ $ref: '#/components/schemas/A' }, { type: string }, { type: integer }], example: a }", "warning OAS108")]
    public async Task Unusual_schema_has_exactly_the_expected_findings(string schema, params string[] expected)
    {
        var findings = await LintAsync(Contract(schema));

        Assert.That(findings.Where(f => !f.Contains("OAS10", StringComparison.Ordinal) || f.Contains("OAS108", StringComparison.Ordinal)).Select(f => (f[..3], f.Split(": ")[1])),
            Is.EqualTo(expected.Select(e => ("(9,", e))), string.Join("\n", findings));
    }

    // The end of a document, and the codes of its errors.
    [TestCase("servers: [{ url: 'https://example.test/{prefix}', variables: { prefix: { default: '' } } }]\n")]
    [TestCase("x-a: |\n        \n  The first line is blank.\n")]
    [TestCase("x-a: >-\n      \n\n  The first line is blank.\n")]
    [TestCase("x-defaults: &defaults { description: Fine. }\nx-a: { <<: *defaults, a: b }\n")]
    [TestCase("x-a: { <<: text }\n", "OAS009")]
    public async Task Unusual_document_has_exactly_the_expected_errors(string part, params string[] expected)
    {
        var findings = await LintAsync(Contract("{ type: string }") + part);

        Assert.That(findings.Where(f => f.Contains(" error ", StringComparison.Ordinal)).Select(f => f.Split(' ')[2].TrimEnd(':')), Is.EqualTo(expected), string.Join("\n", findings));
    }

    // Contracts that the fuzz test has found, with the codes of their errors.
    [TestCase("An operationId that is not a name", "/a: { get: { operationId: 'A_Get? /', requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: object, properties: { b: {} } } } } } } }, responses: { '204': { description: Done. } } } }")]
    [TestCase("A status that is not a number", "/a: { get: { operationId: A_Get, responses: { '204': { description: Done. }, 'a/b': { description: Not done., content: { application/json: { schema: { type: object, properties: { b: {} } } } } } } } }")]
    public async Task Mutated_contract_has_exactly_the_expected_errors(string name, string path, params string[] expected)
    {
        var findings = await LintAsync(Start + "paths: { " + path + " }\n");

        Assert.That(findings.Where(f => f.Contains(" error ", StringComparison.Ordinal)).Select(f => f.Split(' ')[2].TrimEnd(':')), Is.EqualTo(expected), $"{name}: {string.Join("\n", findings)}");
    }

    [Test]
    public void Diff_does_not_read_extensions_of_the_paths_as_operations()
    {
        var contract = Start + "paths: { x-a: { get: text }, x-b: text }\n";

        Assert.That(ContractPair.Changes(contract, contract), Is.Empty);
    }

    // The reference in a response, and pairs of media types. The first media type of a pair contains the second.
    [TestCase("#", "", ExpectedResult = new[] { "OAS013" })]
    [TestCase("#/paths/~1a", "", ExpectedResult = new[] { "OAS013" })]
    [TestCase("#/components/mediaTypes/A", "A A", ExpectedResult = new[] { "OAS013" })]
    [TestCase("#/components/mediaTypes/A", "A B, B A", ExpectedResult = new[] { "OAS013" })]
    [TestCase("#/components/mediaTypes/A", "A B, B C, C D, D E, E F, F Last", ExpectedResult = new[] { "OAS013" })]
    [TestCase("#/components/mediaTypes/A", "A B, B C, C Last", ExpectedResult = new string[0])]
    public async Task<string[]> Media_type_that_contains_itself_or_too_many_levels_is_an_error(string reference, string containers)
    {
        var mediaTypes = containers.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(' '))
            .Select(c => $"    {c[0]}: {{ encoding: {{ a: {{ headers: {{ X-A: {{ content: {{ application/json: {{ $ref: '#/components/mediaTypes/{c[1]}' }} }} }} }} }} }} }}\n");
        var findings = await LintAsync(
            "openapi: 3.2.0\ninfo: { title: Hostile, version: 1.0.0 }\n"
            + $"paths: {{ /a: {{ get: {{ operationId: A_Get, responses: {{ '200': {{ description: A., content: {{ application/json: {{ $ref: '{reference}' }} }} }} }} }} }} }}\n"
            + $"components:\n  mediaTypes:\n    Last: {{ schema: {{ type: string }} }}\n{string.Concat(mediaTypes)}");

        return [.. findings.Where(f => f.Contains(" error ", StringComparison.Ordinal)).Select(f => f.Split(' ')[2].TrimEnd(':')).Distinct()];
    }

    [Test]
    public async Task Schemas_that_all_contain_each_other_are_an_error()
    {
        const int Count = 25;
        var schemas = Enumerable.Range(0, Count).Select(i => $"S{i}: {{ allOf: [{string.Join(", ", Enumerable.Range(0, Count).Where(j => j != i).Select(j => $"{{ $ref: '#/components/schemas/S{j}' }}"))}] }}");

        Assert.That(await LintAsync($"{Start}paths: {{}}\ncomponents: {{ schemas: {{ {string.Join(", ", schemas)} }} }}\n"), Has.Some.Contains("error OAS013"));
    }

    // The last schema of the chain counts as a level.
    [TestCase("anyOf: [{{ $ref: '#/components/schemas/S{1}' }}]", 99, false)]
    [TestCase("anyOf: [{{ $ref: '#/components/schemas/S{1}' }}]", 100, true)]
    [TestCase("not: {{ $ref: '#/components/schemas/S{1}' }}", 99, false)]
    [TestCase("not: {{ $ref: '#/components/schemas/S{1}' }}", 100, true)]
    public async Task Schema_is_composed_of_fewer_than_100_levels_or_is_an_error(string next, int length, bool isRefused)
        => Assert.That((await LintAsync(Chain("{{ " + next + " }}", length))).Any(f => f.Contains("OAS013", StringComparison.Ordinal)), Is.EqualTo(isRefused));

    // The schema itself counts as a part.
    [TestCase("allOf", 9_999, false)]
    [TestCase("allOf", 10_000, true)]
    [TestCase("oneOf", 10_000, true)]
    [TestCase("anyOf", 10_000, true)]
    public async Task Schema_is_composed_of_at_most_10_000_parts_or_is_an_error(string key, int parts, bool isRefused)
        => Assert.That((await LintAsync(Contract($"{{ {key}: [{string.Join(", ", Enumerable.Repeat("{}", parts))}] }}"))).Any(f => f.Contains("OAS013", StringComparison.Ordinal)), Is.EqualTo(isRefused));

    [Test]
    public async Task Example_is_not_checked_if_its_schema_has_exponentially_many_combinations()
    {
        var findings = await LintAsync(Contract("{ type: object, required: [x], properties: { c: { anyOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/A' }] } }, example: " + Nested("{ c: ", "1", " }", 20) + " }"));

        Assert.That(findings, Has.Some.Contains("warning OAS108"));
    }

    [Test]
    public async Task Paths_that_all_match_the_same_URL_are_reported_once_each()
    {
        const int Count = 500;
        var paths = Enumerable.Range(0, Count).Select(i => i % 2 == 0 ? $"'/{{a}}/y{i}': {{}}" : $"'/x{i}/{{b}}': {{}}");

        Assert.That((await LintAsync($"{Start}paths: {{ {string.Join(", ", paths)} }}\n")).Count(f => f.Contains("OAS105", StringComparison.Ordinal)), Is.EqualTo(Count - 1));
    }

    [Test]
    public async Task Message_that_quotes_the_contract_is_one_line_of_limited_length()
    {
        var findings = await LintAsync(Start + $"paths: {{}}\n\"a\\nb\\u202E\": 1\n{new string('k', 900)}{new string('k', 50)}: 1\n? \"{new string('l', 100_000)}\"\n: 1\n");

        Assert.That(findings, Has.Some.Contains("'a\\u000Ab\\u202E' is not a key"));
        Assert.That(findings, Has.All.Matches<string>(f => f.Length < 1_200 && !f.Any(char.IsControl)));
    }

    [Test]
    public async Task Merge_key_adds_only_keys_that_the_object_does_not_contain()
    {
        var findings = await LintAsync(Contract("{ type: object, properties: { <<: [{ a: { type: string, description: A. }, b: { type: string } }], b: { type: string, description: B. } } }"));

        Assert.That(findings.Where(f => f.Contains("has no description", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("utf-8", true)]
    [TestCase("utf-16", true)]
    [TestCase("utf-16", false)]
    [TestCase("utf-16BE", true)]
    [TestCase("utf-16BE", false)]
    [TestCase("utf-32", true)]
    [TestCase("utf-32BE", false)]
    public async Task Contract_in_any_Unicode_encoding_is_read(string encoding, bool hasMark)
    {
        var coding = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. hasMark ? coding.GetPreamble() : [], .. coding.GetBytes(Contract("{ type: strong, description: '日本' }").ReplaceLineEndings("\r\n"))];

        Assert.That((await LintAsync(bytes)).Where(f => f.Contains(" error ", StringComparison.Ordinal)), Is.EqualTo(new[] { "(9,16): error OAS041: 'strong' is not a type. Did you mean 'string'?" }));
    }

    [Test]
    public async Task Byte_that_is_not_valid_UTF8_is_reported_at_its_position()
        => Assert.That(await LintAsync([.. Encoding.UTF8.GetBytes(Start + "x-é: "), 0xFF, (byte)'\n']), Is.EqualTo(new[] { "(3,6): error OAS004: The text contains a byte that is not valid in UTF-8. Save the file as UTF-8." }));

    // A reference to a file, and the codes of the errors at the reference or in the file.
    [TestCase("not-there.yaml", "OAS011")]
    [TestCase("folder", "OAS011")]
    [TestCase("empty.yaml", "OAS011")]
    [TestCase("binary.yaml", "OAS004", "OAS011")]
    [TestCase("utf-16.yaml")]
    [TestCase("list.yaml", "OAS009", "OAS011")]
    [TestCase("deep.yaml", "OAS011", "OAS013")]
    [TestCase("itself.yaml", "OAS011", "OAS060")]
    [TestCase("circle.yaml", "OAS011", "OAS060")]
    [TestCase("contract.yaml#/components/schemas/A", "OAS011", "OAS060")]
    [TestCase("%00.yaml", "OAS011")]
    [TestCase("https://example.test/a.yaml", "OAS015")]
    public async Task Reference_to_a_file_has_exactly_the_expected_errors(string reference, params string[] expected)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "folder"));
            await Write("empty.yaml", "");
            await Write("binary.yaml", "\u007FELF\u0002\u0001\0\0");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "utf-16.yaml"), "{ type: string }", Encoding.Unicode);
            await Write("list.yaml", "- type: string\n");
            await Write("deep.yaml", new string('[', 20_000));
            await Write("itself.yaml", "$ref: itself.yaml\n");
            await Write("circle.yaml", "$ref: circle-2.yaml\n");
            await Write("circle-2.yaml", "$ref: 'circle.yaml#'\n");
            await Write("contract.yaml", Contract($"{{ $ref: '{reference}' }}"));

            var findings = await Task.Run(() => Linter.LintAsync(Path.Combine(folder.FullName, "contract.yaml"))).WaitAsync(TimeLimit);

            Assert.That(findings.Where(f => f.Rule.IsError).Select(f => f.Rule.Code).Distinct().Order(), Is.EqualTo(expected), string.Join("\n", findings));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Task Write(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
    }

    // A component's schema. {0} is the number of the component, and {1} the number of the next one.
    [TestCase("{{ $ref: '#/components/schemas/S{1}' }}")]
    [TestCase("{{ type: object, properties: {{ a: {{ $ref: '#/components/schemas/S{1}' }} }}, example: {{ a: {{ a: {{}} }} }} }}")]
    [TestCase("{{ type: array, items: {{ $ref: '#/components/schemas/S{1}' }}, example: [] }}")]
    [TestCase("{{ type: object, additionalProperties: {{ $ref: '#/components/schemas/S{1}' }}, example: {{}} }}")]
    [TestCase("{{ allOf: [{{ $ref: '#/components/schemas/S{1}' }}, {{ properties: {{ p{0}: {{ type: string }} }} }}], example: {{}} }}")]
    [TestCase("{{ allOf: [{{ $ref: '#/components/schemas/S{1}' }}, {{ $ref: '#/components/schemas/S{1}' }}], example: {{}} }}")]
    [TestCase("{{ oneOf: [{{ $ref: '#/components/schemas/S{1}' }}, {{ $ref: '#/components/schemas/S{1}' }}], example: {{}} }}")]
    [TestCase("{{ anyOf: [{{ $ref: '#/components/schemas/S{1}' }}, {{ type: string }}], example: 1 }}")]
    [TestCase("{{ not: {{ $ref: '#/components/schemas/S{1}' }}, example: 1 }}")]
    public void Long_chain_of_references_is_linted_and_compared_within_the_time_limit(string schema)
    {
        Assert.That(async () => await LintAsync(Chain(schema, 500)), Throws.Nothing);
        // The diff is shorter than the chain above, because the gate refuses schemas that are composed of more levels.
        Assert.That(async () => await Task.Run(() => Compare(Chain(schema, 100))).WaitAsync(TimeLimit), Throws.Nothing);
    }

    private static string Chain(string schema, int length)
        => Start + "paths: { /a: { get: { operationId: A_Get, responses: { '200': { description: A., content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } } }\ncomponents:\n  schemas:\n"
            + string.Concat(Enumerable.Range(0, length).Select(i => "    S" + i + ": " + string.Format(CultureInfo.InvariantCulture, schema, i, i + 1) + "\n"))
            + $"    S{length}: {{ type: object }}\n";

    private static TestCaseData Case(string name, string text, string place, string code) => new TestCaseData(text, place, code).SetArgDisplayNames(name, code);

    // Compares a contract with itself. The contract may have errors.
    private static void Compare(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        File.WriteAllText(file, text);
        try
        {
            var findings = new Findings();
            _ = ContractDiff.Compare(OpenApiContract.Read(file, findings), OpenApiContract.Read(file, findings));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<string[]> LintAsync(string text) => LintAsync(Encoding.UTF8.GetBytes(text));

    // Returns the findings without the file name.
    private static async Task<string[]> LintAsync(byte[] contract)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        await File.WriteAllBytesAsync(file, contract);
        try
        {
            return [.. (await Task.Run(() => Linter.LintAsync(file)).WaitAsync(TimeLimit)).Select(f => f.ToString()[file.Length..])];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
