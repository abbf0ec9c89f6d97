using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.FilesInJson;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests files within JSON, which become strings, and bodies that have no single type, which become files.</summary>
public sealed class FilesInJsonTests
{
    private const string Json = """{"content":"abc","pages":["p","q"],"source":"s","more":"m"}""";

    [Test]
    public async Task File_within_JSON_is_a_string()
    {
        var document = PlannrJson.Deserialize<Document>(Json);

        Assert.That((document.Content, document.Pages![1], document.Source!.AsString()), Is.EqualTo(("abc", "q", "s")));
        Assert.That(JToken.DeepEquals(JToken.Parse(await Exchange.BodyOf(RawResponse.Json(200, Json), c => new DocumentsClient(c).SetAsync(document))), JToken.Parse(Json)), Is.True);
    }

    [TestCase("application/json", Json)]
    [TestCase("application/pdf", "%PDF")]
    public async Task Response_with_several_media_types_is_returned_as_a_file(string mediaType, string body)
    {
        await using var server = RawServer.Answering(RawResponse.Of(200, Encoding.ASCII.GetBytes(body), $"Content-Type: {mediaType}"));
        using var httpClient = server.CreateClient();

        using var file = await new DocumentsClient(httpClient).SetAsync(new Document());
        using var reader = new StreamReader(file.Content);

        Assert.That((file.ContentType, await reader.ReadToEndAsync()), Is.EqualTo((mediaType, body)));
    }

    [Test]
    public async Task File_in_a_form_is_a_part_and_a_file_within_its_JSON_is_a_string()
    {
        using var first = new ApiFile(new MemoryStream("one"u8.ToArray()), "1.txt");
        using var second = new ApiFile(new MemoryStream("two"u8.ToArray()), "2.txt");

        var request = await Exchange.RequestOf(c => new DocumentsClient(c).UploadAsync(new DocumentsUploadRequest { File = first, Files = [second], Meta = new() { Thumbnail = "t" } }));

        Assert.That(request, Does.Contain("filename=\"1.txt\"").And.Contain("filename=\"2.txt\"").And.Contain("""{"thumbnail":"t"}"""));
    }

    [Test]
    public async Task Multipart_body_that_is_not_a_form_is_sent_as_the_caller_wrote_it()
    {
        using var parts = new ApiFile(new MemoryStream("--x\r\n\r\nA\r\n--x--"u8.ToArray()), contentType: "multipart/mixed; boundary=x");

        var request = await Exchange.RequestOf(c => new DocumentsClient(c).BatchAsync(parts));

        Assert.That(Exchange.Header(request, "Content-Type"), Is.EqualTo("multipart/mixed; boundary=x"));
        Assert.That(request, Does.Contain("--x\n\nA\n--x--"));
    }

    [Test]
    public async Task Multipart_body_without_a_boundary_throws()
    {
        using var parts = new ApiFile(new MemoryStream());

        Assert.That((await Exchange.ArgumentExceptionOf(c => new DocumentsClient(c).BatchAsync(parts))).Message, Does.Contain("boundary"));
    }

    [Test]
    public async Task Form_without_documented_fields_is_sent_as_the_caller_wrote_it()
    {
        using var parts = new ApiFile(new MemoryStream("--x--"u8.ToArray()), contentType: "multipart/form-data; boundary=x");

        Assert.That(Exchange.Body(await Exchange.RequestOf(c => new DocumentsClient(c).AttachAsync(parts))), Does.Contain("--x--"));
        Assert.That(Exchange.Body(await Exchange.RequestOf(c => new DocumentsClient(c).SubmitAsync("a=b"))), Is.EqualTo("a=b"));
    }
}
