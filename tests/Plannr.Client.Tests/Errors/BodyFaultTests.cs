using System.IO.Compression;
using System.Text;

namespace Plannr.Client.Tests.Errors;

/// <summary>Tests responses of status 200 whose body does not match the contract, or matches it in an unusual way.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class BodyFaultTests(Construction construction)
{
    private const string Label = """{"label":"Konto für Ärzte"}""";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Response(byte[] body, string contentType = "application/json", params string[] headers)
        => RawResponse.Of(200, body, [$"Content-Type: {contentType}", .. headers]);

    private static byte[] Gzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }

    public static IEnumerable<TestCaseData> Unreadable()
    {
        yield return Body("a page of a proxy", Response(Utf8("<html>Sign in to the guest network</html>"), "text/html"), "its body is text/html instead of JSON");
        yield return Body("a content type that is not JSON's", Response(Utf8("{}"), "text/plain"), "its body is text/plain instead of JSON");
        yield return Body("an empty body", Response([]), "its body is empty instead of JSON");
        yield return Body("white space", Response(Utf8(" \r\n\t")), "its body is empty instead of JSON");
        yield return Body("null", Response(Utf8("null")), "its JSON is null");
        yield return Body("an array", Response(Utf8("[]")), "its JSON does not match the contract at line 1, position 1");
        yield return Body("a string", Response(Utf8("\"secret\"")), "its JSON does not match the contract at line 1, position 8");
        yield return Body("half an object", Response(Utf8("{\"label\":\"secret")), "its JSON does not match the contract at 'label' (line 1, position 16)");
        yield return Body("text after the object", Response(Utf8("{} secret")), "its JSON does not match the contract at line 1, position 3");
        yield return Body("a string instead of an object", Response(Utf8("{\"provider\":\"secret\"}")), "its JSON does not match the contract at 'provider' (line 1, position 20)");
        yield return Body("an invalid timestamp", Response(Utf8("{\"created_at\":\"secret\"}")), "its JSON does not match the contract at 'created_at' (line 1, position 22)");
        yield return Body("a timestamp without an offset", Response(Utf8("{\"created_at\":\"2026-06-08T16:08:03\"}")), "its JSON does not match the contract at 'created_at' (line 1, position 35)");
        yield return Body("invalid UTF-8", Response([.. Utf8("{\"label\":\""), 0xC3, 0x28, .. Utf8("\"}")]), "its body is not valid utf-8");
        yield return Body("nesting without an end", Response(Utf8(new string('[', 100_000))), "its JSON does not match the contract at line 1, position 1");
        yield return Body("nesting in an unknown property", Response(Utf8("{\"x\":" + new string('[', 1000) + new string(']', 1000) + "}")), "its JSON does not match the contract at 'x[0][0]");

        static TestCaseData Body(string name, byte[] response, string problem) => new TestCaseData(response, problem).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task Update_with_an_unreadable_body_throws_with_the_place_and_without_the_value(byte[] response, string problem)
    {
        await using var server = RawServer.Answering(response);

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception, Is.TypeOf<PlannrException>());
        Assert.Multiple(() =>
        {
            Assert.That(trial.Exception!.Message, Does.Contain($"returned status 200, but {problem}"));
            Assert.That(trial.Exception.ToString(), Does.Not.Contain("secret"));
            Assert.That(((PlannrException)trial.Exception).StatusCode, Is.EqualTo(200));
            Assert.That(trial.Attempts, Is.EqualTo(1), "An update with a response was retried.");
        });
    }

    public static IEnumerable<TestCaseData> Readable()
    {
        yield return Body("a byte order mark", Response([0xEF, 0xBB, 0xBF, .. Utf8(Label)]));
        yield return Body("ISO-8859-1", Response(Encoding.Latin1.GetBytes(Label), "application/json; charset=ISO-8859-1"));
        yield return Body("UTF-16", Response(Encoding.Unicode.GetBytes(Label), "application/json; charset=utf-16"));
        yield return Body("an unknown charset", Response(Utf8(Label), "application/json; charset=klingon"));
        yield return Body("a charset in quotes", Response(Utf8(Label), "application/json; charset=\"utf-8\""));
        yield return Body("a vendor's JSON type", Response(Utf8(Label), "application/vnd.plannr+json"));
        yield return Body("no content type", RawResponse.Of(200, Utf8(Label)));
        yield return Body("a duplicate property", Response(Utf8("""{"label":"first","label":"Konto für Ärzte"}""")));
        yield return Body("white space around the object", Response(Utf8($" \r\n{Label}\n ")));
        yield return Body("gzip", Response(Gzip(Utf8(Label)), "application/json", "Content-Encoding: gzip"));

        static TestCaseData Body(string name, byte[] response) => new TestCaseData(response).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Readable))]
    public async Task Update_with_an_unusual_body_returns_its_value(byte[] response)
    {
        await using var server = RawServer.Answering(response);

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception, Is.Null);
        Assert.That(trial.Value!.Label, Is.EqualTo("Konto für Ärzte"));
    }

    public static IEnumerable<TestCaseData> TooLarge()
    {
        var large = Utf8("{\"label\":\"" + new string('x', 2_000_000) + "\"}");
        yield return new TestCaseData(Response(large)).SetArgDisplayNames("plain");
        yield return new TestCaseData((byte[])[.. RawResponse.Head(200, "Content-Type: application/json"), .. large]).SetArgDisplayNames("of unknown length");
        yield return new TestCaseData(Response(Gzip(large), "application/json", "Content-Encoding: gzip")).SetArgDisplayNames("gzip bomb");
    }

    [TestCaseSource(nameof(TooLarge))]
    public async Task Update_with_a_body_over_the_limit_throws_without_reading_it(byte[] response)
    {
        await using var server = RawServer.Answering(response);

        var trial = await Trial.RunAsync(construction, server, options => options.MaxResponseBytes = 1_000_000);

        Assert.That(trial.Exception, Is.TypeOf<PlannrException>());
        Assert.That(trial.Exception!.Message, Does.EndWith("its body is larger than MaxResponseBytes (1000000 bytes) and was not read."));
        Assert.That(((PlannrException)trial.Exception).ResponseBody, Is.Empty);
        Assert.That(trial.Attempts, Is.EqualTo(1));
    }
}
