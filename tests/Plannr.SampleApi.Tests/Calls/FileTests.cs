using Plannr.Generated;

namespace Plannr.SampleApi.Tests.Calls;

/// <summary>Forms, files and text.</summary>
public sealed class FileTests
{
    private static FilesClient Client => new(RunningApi.Client);

    [Test]
    public async Task File_is_uploaded_with_fields()
    {
        var received = await Client.UploadFileAsync(new FilesUploadFileRequest { File = FileOf("content", "a.txt"), Name = "Ä name", Count = 7 });

        Assert.That(received.Values, Is.EquivalentTo(new Dictionary<string, string> { ["file"] = "content", ["fileName"] = "a.txt", ["name"] = "Ä name", ["count"] = "7" }));
    }

    [Test]
    public async Task File_is_uploaded_without_the_fields_that_are_null()
        => Assert.That((await Client.UploadFileAsync(new FilesUploadFileRequest { File = FileOf("", "a.txt"), Name = "a" })).Values["count"], Is.Empty);

    [Test]
    public async Task Files_are_uploaded()
    {
        var received = await Client.UploadFilesAsync(new FilesUploadFilesRequest { Files = [FileOf("first", "1.txt"), FileOf("second", "2.txt")] });

        Assert.That(received.Values, Is.EquivalentTo(new Dictionary<string, string> { ["count"] = "2", ["first"] = "first" }));
    }

    [Test]
    public async Task Form_fields_are_received()
    {
        var tag = await Client.PostFormAsync(new Tag { Name = "a&b", Color = Color.Green });

        Assert.That(tag.Name, Is.EqualTo("a&b"));
        Assert.That(tag.Color, Is.EqualTo(Color.Green));
    }

    [Test]
    public async Task File_in_the_request_body_is_received() => Assert.That(await Client.PostRawAsync(FileOf("raw", "a.bin")), Is.EqualTo("raw"));

    [Test]
    public async Task Files_are_downloaded()
    {
        using var content = await Client.GetContentAsync();
        using var stream = await Client.GetStreamAsync();

        Assert.That(content.FileName, Is.EqualTo("content.pdf"));
        Assert.That(content.ContentType, Is.EqualTo("application/pdf"));
        Assert.That(await TextOf(content), Is.EqualTo("content"));
        Assert.That(await TextOf(stream), Is.EqualTo("stream"));
    }

    [Test]
    public async Task Text_response_is_read() => Assert.That(await Client.GetTextAsync(), Is.EqualTo("text"));

    private static ApiFile FileOf(string text, string name) => new(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), name);

    private static async Task<string> TextOf(ApiFile file) => await new StreamReader(file.Content).ReadToEndAsync();
}
