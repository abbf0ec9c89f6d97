namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The impact of each change of a response on callers of the API and, separately, on users of the generated C#.</summary>
public sealed class ResponseDiffTests
{
    private const string Json = "\n          content:\n            application/json: { schema: { $ref: '#/components/schemas/";
    private const string NotFound = "        '404':\n          description: There is none." + Json + "Problem' } }\n";
    private const string Range = "        4XX:\n          description: Refused." + Json + "Problem' } }\n";
    private const string Done = "        2XX:\n          description: Done." + Json + "Things' } }\n";
    private const string Default = "        default:\n          description: Something is wrong." + Json + "Failure' } }\n";

    // Statuses, ranges and the default.
    [TestCase(NotFound, "", "C#: error-type-removed risky", "response-non-success-status-removed risky")]
    [TestCase(NotFound, NotFound + "        '409': { description: Twice. }\n", "response-non-success-status-added compatible")]
    [TestCase(NotFound, NotFound + "        default: { description: Something is wrong. }\n", "default-response-added compatible")]
    [TestCase(NotFound, "        4XX:\n          description: Refused." + Json + "Problem' } }\n", "C#: error-type-added compatible", "C#: error-type-removed compatible", "response-non-success-status-added compatible", "response-status-covered-by-range compatible")]
    [TestCase(NotFound, "        4XX:\n          description: Refused." + Json + "Failure' } }\n", "C#: error-type-added compatible", "C#: error-type-removed risky", "response-non-success-status-added compatible", "response-status-covered-by-range compatible")]
    [TestCase(NotFound, "        default:\n          description: Wrong." + Json + "Problem' } }\n", "C#: error-type-added compatible", "C#: error-type-removed compatible", "default-response-added compatible", "response-non-success-status-removed risky")]
    [TestCase(NotFound, "        default:\n          description: Wrong." + Json + "Failure' } }\n", "C#: error-type-added compatible", "C#: error-type-removed risky", "default-response-added compatible", "response-non-success-status-removed risky")]
    [TestCase(NotFound, "        default: { description: Wrong. }\n", "C#: error-type-removed risky", "default-response-added compatible", "response-media-type-removed breaking", "response-non-success-status-removed risky")]
    [TestCase("There is none." + Json + "Problem' } }\n", "There is none." + Json + "Failure' } }\n", "C#: error-type-changed risky")]
    [TestCase(Default, "", "C#: error-type-removed risky", "default-response-removed risky")]
    [TestCase("Something is wrong." + Json + "Failure' } }\n", "Something is wrong." + Json + "Problem' } }\n", "C#: error-type-changed risky")]
    [TestCase(Range, "", "C#: error-type-removed risky", "response-non-success-status-removed risky")]
    [TestCase(Range, Range + "        '409':\n          description: Twice." + Json + "Problem' } }\n", "C#: error-type-added compatible", "response-status-made-explicit compatible")]
    [TestCase(Range, Range + "        '409':\n          description: Twice." + Json + "Failure' } }\n", "C#: error-type-added risky", "response-status-made-explicit compatible")]
    [TestCase(Range, "        '409':\n          description: Twice." + Json + "Problem' } }\n", "C#: error-type-added compatible", "C#: error-type-removed risky", "response-range-narrowed compatible", "response-status-made-explicit compatible")]
    [TestCase(Range, Range + "        5XX: { description: Failed. }\n", "response-media-type-removed breaking", "response-non-success-status-added compatible")]
    [TestCase(Done, "", "C#: result-type-changed breaking", "response-success-status-removed breaking")]
    [TestCase(Done, "        '201':\n          description: Done." + Json + "Things' } }\n", "response-range-narrowed compatible", "response-status-made-explicit compatible")]
    [TestCase(Done, "        '201':\n          description: Done." + Json + "Problem' } }\n", "C#: result-type-changed breaking", "response-optional-property-removed risky", "response-property-added compatible", "response-range-narrowed compatible", "response-status-made-explicit compatible")]

    // Keys in a different case, keys that are not statuses, and two keys for the same status.
    [TestCase("        4XX:\n", "        4xx:\n")]
    [TestCase(Range, Range + "        '': { description: None. }\n        '4': { description: None. }\n        x: { description: None. }\n")]
    [TestCase("        default:\n", "        Default:\n")]
    [TestCase(Range, Range + "        4xx: { description: Refused. }\n")]

    // The result of the method.
    [TestCase("        '200':\n", "        '203':\n", "response-success-status-added compatible", "response-success-status-removed breaking")]

    // Headers, which are text in C#, and links.
    [TestCase("X-Left: { required: true,", "X-Left: {", "response-header-became-optional breaking")]
    [TestCase("X-Kind: {", "X-Kind: { required: true,", "response-header-became-required compatible")]
    [TestCase("X-Left: {", "x-left: {")]
    [TestCase("X-Left: { required: true, schema: { type: integer } }", "X-Left: { required: true, schema: { type: string } }", "response-property-type-changed breaking")]
    [TestCase("X-Left: { required: true, schema: { type: integer } }", "X-Left: { required: true, schema: { type: integer, format: int32 } }", "response-property-type-changed compatible")]
    [TestCase("X-Left: { required: true, schema: { type: integer } }", "X-Left: { required: true, content: { text/plain: {} } }")]
    [TestCase("X-Side: { content: { application/json: { schema: { type: integer } } } }", "X-Side: { content: { application/json: { schema: { type: string } } } }", "response-property-type-changed breaking")]
    [TestCase("X-Side: { content: { application/json: { schema: { type: integer } } } }", "X-Side: { schema: { type: string } }", "response-property-type-changed breaking")]
    [TestCase("enum: [a, b]", "enum: [a, b, c]", "response-property-enum-value-added risky")]
    [TestCase("            X-Kind: ", "            X-Sort: ", "optional-response-header-removed risky", "response-header-added compatible")]
    [TestCase("            one: {", "            other: {", "response-link-added compatible", "response-link-removed risky")]
    public void Change_has_the_expected_impact(string from, string to, params string[] expected)
        => Assert.That(ContractPair.Change("responses.yaml", from, to), Is.EqualTo(expected));

    [TestCase("'200': { description: A., content: { application/json: { schema: { type: string } } } }", "'201': { description: A., content: { application/json: { schema: { type: integer } } } }")]
    [TestCase("'200': { description: A., content: { application/json: { schema: { type: string } } } }", "'204': { description: A. }")]
    public void Success_status_with_a_different_body_changes_the_result_type(string from, string to)
        => Assert.That(
            ContractPair.Changes(Responses(from), Responses(to)),
            Is.EqualTo(new[] { "C#: result-type-changed breaking", "response-success-status-added compatible", "response-success-status-removed breaking" }));

    private static string Responses(string responses)
        => $"openapi: 3.0.3\ninfo: {{ title: Things, version: 1.0.0 }}\npaths:\n  /things:\n    get:\n      operationId: Things_Get\n      responses:\n        {responses}\n";
}
