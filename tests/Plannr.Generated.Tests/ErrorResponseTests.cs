using Plannr.Generated.Tests.Runtime;

namespace Plannr.Generated.Tests;

/// <summary>Verifies the exceptions for all forms of error responses.</summary>
public sealed class ErrorResponseTests
{
    private static readonly Dictionary<string, byte[]> Responses = new()
    {
        ["401"] = RawResponse.Json(401, """{"message":"Unauthenticated."}"""),
        ["404 as inferred"] = RawResponse.Json(404, """{"message":"Not found.","code":7}"""),
        ["422"] = RawResponse.Json(422, """{"message":"The label must be a string.","errors":{"label":["The label must be a string."]}}"""),
        ["422 with a string instead of a list"] = RawResponse.Json(422, """{"message":"The label must be a string.","errors":{"label":"The label must be a string."}}"""),
        ["429"] = RawResponse.Json(429, """{"message":"Too Many Attempts."}"""),
        ["502 with a proxy's page"] = RawResponse.Of(502, "<html><h1>Bad gateway</h1></html>"u8.ToArray(), "Content-Type: text/html"),
        ["204 which is not documented"] = RawResponse.Head(204),
        ["200 that does not match"] = RawResponse.Json(200, """{"provider":{"label":{}}}"""),
        ["200 without a body"] = RawResponse.Json(200, ""),
        ["200 with a page"] = RawResponse.Of(200, "<html/>"u8.ToArray(), "Content-Type: text/html"),
    };

    private static IEnumerable<string> Forms => Responses.Keys;

    [TestCaseSource(nameof(Forms))]
    public async Task Error(string form)
    {
        var exception = await Calls.FailWithAsync(Responses[form]);

        await Snapshot.Verify($"""
            {exception.GetType()}
            {ValueDump.Of(exception, nameof(Exception.Message), nameof(exception.StatusCode), nameof(exception.ResponseBody), "Error")}
            """, "txt");
    }
}
