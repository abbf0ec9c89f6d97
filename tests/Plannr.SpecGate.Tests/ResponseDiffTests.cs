namespace Plannr.SpecGate.Tests;

/// <summary>What each change of a response does to callers of the API and, apart from that, to users of the generated C#.</summary>
public sealed class ResponseDiffTests
{
    private const string Json = "\n          content:\n            application/json: { schema: { $ref: '#/components/schemas/";
    private const string NotFound = "        '404':\n          description: There is none." + Json + "Problem' } }\n";
    private const string Range = "        4XX:\n          description: Refused." + Json + "Problem' } }\n";
    private const string Done = "        2XX:\n          description: Done." + Json + "Things' } }\n";
    private const string Default = "        default:\n          description: Something is wrong." + Json + "Failure' } }\n";

    // Statuses, ranges and the default.
    [TestCase(NotFound, "", "response-non-success-status-removed risky/risky")]
    [TestCase(NotFound, NotFound + "        '409': { description: Twice. }\n", "response-non-success-status-added compatible/compatible")]
    [TestCase(NotFound, NotFound + "        default: { description: Something is wrong. }\n", "default-response-added compatible/compatible")]
    [TestCase(NotFound, "        4XX:\n          description: Refused." + Json + "Problem' } }\n", "response-non-success-status-added compatible/compatible", "response-status-covered-by-range compatible/none")]
    [TestCase(NotFound, "        4XX:\n          description: Refused." + Json + "Failure' } }\n", "response-non-success-status-added compatible/compatible", "response-status-covered-by-range compatible/none", "schema-renamed none/breaking")]
    [TestCase(NotFound, "        default:\n          description: Wrong." + Json + "Problem' } }\n", "default-response-added compatible/compatible", "response-non-success-status-removed risky/risky")]
    [TestCase(NotFound, "        default:\n          description: Wrong." + Json + "Failure' } }\n", "default-response-added compatible/compatible", "response-non-success-status-removed risky/risky", "schema-renamed none/breaking")]
    [TestCase(NotFound, "        default: { description: Wrong. }\n", "default-response-added compatible/compatible", "response-media-type-removed breaking/breaking", "response-non-success-status-removed risky/risky")]
    [TestCase("There is none." + Json + "Problem' } }\n", "There is none." + Json + "Failure' } }\n", "schema-renamed none/breaking")]
    [TestCase(Default, "", "default-response-removed risky/risky")]
    [TestCase("Something is wrong." + Json + "Failure' } }\n", "Something is wrong." + Json + "Problem' } }\n", "schema-renamed none/breaking")]
    [TestCase(Range, "", "response-non-success-status-removed risky/risky", "schema-renamed none/breaking")]
    [TestCase(Range, Range + "        '409':\n          description: Twice." + Json + "Problem' } }\n", "response-status-made-explicit compatible/none")]
    [TestCase(Range, Range + "        '409':\n          description: Twice." + Json + "Failure' } }\n", "response-status-made-explicit compatible/none", "schema-renamed none/breaking")]
    [TestCase(Range, "        '409':\n          description: Twice." + Json + "Problem' } }\n", "response-range-narrowed compatible/none", "response-status-made-explicit compatible/none")]
    [TestCase(Range, Range + "        5XX: { description: Failed. }\n", "response-media-type-removed breaking/breaking", "response-non-success-status-added compatible/compatible")]
    [TestCase(Done, "", "response-success-status-removed breaking/risky")]
    [TestCase(Done, "        '201':\n          description: Done." + Json + "Things' } }\n", "response-range-narrowed compatible/none", "response-status-made-explicit compatible/none")]
    [TestCase(Done, "        '201':\n          description: Done." + Json + "Problem' } }\n", "response-optional-property-removed risky/breaking", "response-property-added compatible/compatible", "response-range-narrowed compatible/none", "response-status-made-explicit compatible/none", "schema-renamed none/breaking")]

    // The result of the method.
    [TestCase("        '200':\n", "        '203':\n", "response-success-status-added compatible/risky", "response-success-status-removed breaking/risky")]

    // Headers, of which C# has the text, and links.
    [TestCase("X-Left: { required: true,", "X-Left: {", "response-header-became-optional breaking/none")]
    [TestCase("X-Kind: {", "X-Kind: { required: true,", "response-header-became-required compatible/none")]
    [TestCase("X-Left: {", "x-left: {")]
    [TestCase("X-Left: { required: true, schema: { type: integer } }", "X-Left: { required: true, schema: { type: string } }", "response-property-type-changed breaking/none")]
    [TestCase("X-Left: { required: true, schema: { type: integer } }", "X-Left: { required: true, schema: { type: integer, format: int32 } }", "response-property-type-changed compatible/none")]
    [TestCase("enum: [a, b]", "enum: [a, b, c]", "response-property-enum-value-added risky/none")]
    [TestCase("            X-Kind: ", "            X-Sort: ", "optional-response-header-removed risky/none", "response-header-added compatible/none")]
    [TestCase("            one: {", "            other: {", "response-link-added compatible/none", "response-link-removed risky/none")]
    public void A_change_is(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("responses.yaml", from, to), Is.EqualTo(expected));

    [TestCase("'200': { description: A., content: { application/json: { schema: { type: string } } } }", "'201': { description: A., content: { application/json: { schema: { type: integer } } } }")]
    [TestCase("'200': { description: A., content: { application/json: { schema: { type: string } } } }", "'204': { description: A. }")]
    public void Another_success_with_another_body_changes_the_result(string from, string to)
        => Assert.That(
            ContractPair.Changes(Responses(from), Responses(to)),
            Is.EqualTo(new[] { "response-success-status-added compatible/risky", "response-success-status-removed breaking/risky", "result-type-changed none/breaking" }));

    private static string Responses(string responses)
        => $"openapi: 3.0.3\ninfo: {{ title: Things, version: 1.0.0 }}\npaths:\n  /things:\n    get:\n      operationId: Things_Get\n      responses:\n        {responses}\n";
}
