using System.Text;
using Plannr.Constructs.FilesAndText;
using Plannr.Constructs.Forms;
using Plannr.Generated;
using Login = Plannr.Constructs.Forms.Login;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Tests bodies that are forms, files, or text.</summary>
public sealed class BodyTests
{
    [Test]
    public async Task Form_contains_the_properties_that_are_set_including_null()
    {
        var login = new Login { User = "a&b ü", Remember = null, Scopes = ["x", "y"], Device = new LoginDevice { Name = "phone" }, Since = new DateOnly(2026, 6, 8) };

        var request = await Exchange.RequestOf(c => new FormsClient(c).LoginAsync(login));

        Assert.That(Exchange.Header(request, "Content-Type"), Is.EqualTo("application/x-www-form-urlencoded"));
        Assert.That(Exchange.Body(request), Is.EqualTo("user=a%26b%20%C3%BC&remember=&scopes=x&scopes=y&device=%7B%22name%22%3A%22phone%22%7D&since=2026-06-08"));
    }

    [Test]
    public async Task Form_fields_are_written_in_their_styles()
    {
        var search = new FormsSearchRequest { Tags = ["a", "b"], Range = new() { From = 1, To = 2 }, Path = "/a/b", List = ["x"], Parts = [new() { Id = 1 }, new() { Id = 2 }] };

        Assert.That(Exchange.Body(await Exchange.RequestOf(c => new FormsClient(c).SearchAsync(search))), Is.EqualTo("tags=a%7Cb&range%5Bfrom%5D=1&range%5Bto%5D=2&path=/a/b&list=%5B%22x%22%5D&parts%5B0%5D%5Bid%5D=1&parts%5B1%5D%5Bid%5D=2"));
    }

    [Test]
    public async Task Multipart_form_has_a_part_for_each_file_and_field()
    {
        using var upload = new MemoryStream("picture"u8.ToArray());
        var body = new FormsUploadRequest
        {
            File = new ApiFile(upload, "größe \"1\".png"),
            More = [new ApiFile(new MemoryStream("one"u8.ToArray()), "1.txt", "text/plain"), new MemoryStream("two"u8.ToArray())],
            Note = "ünïcode",
            Count = 3,
            Tags = ["a", "b"],
            Meta = new() { Author = "me" },
            Rows = [["a", "b"], ["c"]],
            Picture = new MemoryStream("pixels"u8.ToArray()),
            Xml = "<a/>",
        };

        var request = await Exchange.RequestOf(c => new FormsClient(c).UploadAsync(body));

        var boundary = Exchange.Header(request, "Content-Type")!.Split("boundary=")[1].Trim('"');
        await Snapshot.Verify(Exchange.Body(request).Replace(boundary, "{boundary}", StringComparison.Ordinal), "txt");
        Assert.That(upload.CanRead, Is.True, "The client must not dispose the caller's stream.");
    }

    [Test]
    public async Task Part_and_file_names_are_sent_in_UTF_8()
    {
        var body = new FormsNamesRequest { Größe = "größe", 名前 = "名前", ABCD = "e", Café = new ApiFile(new MemoryStream("1"u8.ToArray()), "\"名前\"\r\n😀.txt"), Plain = new MemoryStream("2"u8.ToArray()) };

        var request = await Exchange.RequestOf(c => new FormsClient(c).NamesAsync(body));

        var boundary = Exchange.Header(request, "Content-Type")!.Split("boundary=")[1].Trim('"');
        await Snapshot.Verify(Exchange.Body(request).Replace(boundary, "{boundary}", StringComparison.Ordinal), "txt");
    }

    [Test]
    public async Task File_name_that_ends_with_a_backslash_does_not_change_the_part_name()
    {
        var body = new FormsNamesRequest { Plain = new ApiFile(new MemoryStream("1"u8.ToArray()), "folder\\") };

        var request = await Exchange.RequestOf(c => new FormsClient(c).NamesAsync(body));

        Assert.That(Exchange.Body(request), Does.Contain("""
            form-data; name="plain"; filename="folder\"
            """));
    }

    [Test]
    public async Task ASPNET_Core_reads_part_and_file_names()
    {
        var body = new FormsNamesRequest { Größe = "größe", 名前 = "名前", Café = new ApiFile(new MemoryStream("1"u8.ToArray()), "größe 名前.txt") };

        var form = await ReadingServer.FormOf(c => new FormsClient(c).NamesAsync(body));

        Assert.That(form.Select(f => (f.Key, f.Value.ToString())), Is.EqualTo(new[] { ("größe", "größe"), ("名前", "名前") }));
        Assert.That(form.Files.Select(f => (f.Name, f.FileName)), Is.EqualTo(new[] { ("Café", "größe 名前.txt") }));
    }

    [Test]
    public async Task ASPNET_Core_reads_a_form_without_fields()
    {
        Assert.That(await ReadingServer.FormOf(c => new FormsClient(c).NamesAsync(new FormsNamesRequest())), Is.Empty);
        Assert.That(await ReadingServer.FormOf(c => new FormsClient(c).UrlNamesAsync(new FormsUrlNamesRequest())), Is.Empty);
    }

    [Test]
    public async Task File_name_with_an_unpaired_surrogate_throws()
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new FormsClient(c).NamesAsync(new() { Plain = new ApiFile(new MemoryStream(), "a\ud83d.txt") }))).ParamName, Is.EqualTo("body"));

    [Test]
    public async Task Form_field_names_are_escaped()
    {
        var body = new FormsUrlNamesRequest { Größe = ["a", "ü"], 名前 = "x", ABC = "y" };

        var request = await Exchange.RequestOf(c => new FormsClient(c).UrlNamesAsync(body));

        Assert.That(Exchange.Body(request), Is.EqualTo("gr%C3%B6%C3%9Fe=a%20%C3%BC&%E5%90%8D%E5%89%8D=x&a%3Db%26c=y"));
    }

    [Test]
    public async Task File_with_an_invalid_content_type_throws()
        => Assert.That(
            (await Exchange.ArgumentExceptionOf(c => new FormsClient(c).UploadAsync(new() { File = new ApiFile(new MemoryStream(), contentType: "no\r\ntype") }))).ParamName,
            Is.EqualTo("body"));

    [Test]
    public async Task File_is_sent_from_the_current_position_of_its_stream()
    {
        using var stream = new MemoryStream("picture"u8.ToArray());
        stream.Position = 3;

        var request = await Exchange.RequestOf(c => new FilesClient(c).UploadAsync(1, stream));

        Assert.That(Exchange.Header(request, "Content-Type"), Is.EqualTo("application/octet-stream"));
        Assert.That(Exchange.Header(request, "Content-Length"), Is.EqualTo("4"));
        Assert.That(Exchange.Body(request), Is.EqualTo("ture"));
        Assert.That(stream.CanRead, Is.True, "The client must not dispose the caller's stream.");
    }

    [Test]
    public async Task File_is_sent_again_after_a_redirect()
    {
        await using var target = RawServer.Answering(RawResponse.Head(204));
        await using var server = RawServer.Answering(RawResponse.Head(307, "Location: " + new Uri(target.BaseAddress, "/elsewhere"), "Content-Length: 0"));
        using var httpClient = server.CreateClient();
        using var stream = new MemoryStream("picture"u8.ToArray());
        stream.Position = 3;

        await new FilesClient(httpClient).UploadAsync(1, stream);

        Assert.That(Exchange.Body(target.Requests.Single().ReplaceLineEndings("\n")), Is.EqualTo("ture"));
    }

    [Test]
    public async Task Long_form_field_is_sent_completely()
    {
        var text = string.Concat(Enumerable.Repeat("ü😀&", 50_000));

        var body = Exchange.Body(await Exchange.RequestOf(c => new FormsClient(c).LoginAsync(new Login { User = text })));

        Assert.That(Uri.UnescapeDataString(body), Is.EqualTo("user=" + text));
    }

    [Test]
    public async Task File_is_sent_with_its_content_type()
        => Assert.That(
            Exchange.Header(await Exchange.RequestOf(c => new FilesClient(c).PictureAsync(1, new ApiFile(new MemoryStream([1]), contentType: "image/png"))), "Content-Type"),
            Is.EqualTo("image/png"));

    [Test]
    public async Task Download_can_be_read_before_it_is_complete()
    {
        var head = RawResponse.Head(200, "Content-Type: application/pdf", "Content-Disposition: attachment; filename=\"a b.pdf\"", "Content-Length: 6");
        var sent = new TaskCompletionSource();
        await using var server = RawServer.Stalling([.. head, .. "abc"u8], sent);
        using var httpClient = server.CreateClient();

        using var file = await new FilesClient(httpClient).DownloadAsync(1);
        var start = new byte[3];
        await file!.Content.ReadExactlyAsync(start);

        Assert.That(Encoding.UTF8.GetString(start), Is.EqualTo("abc"), "The first bytes must be readable before the rest arrives.");
        Assert.That((file.FileName, file.ContentType, file.Length), Is.EqualTo(("a b.pdf", "application/pdf", 6L)));
    }

    [Test]
    public async Task Reading_a_download_throws_when_its_token_is_canceled()
    {
        var sent = new TaskCompletionSource();
        await using var server = RawServer.Stalling(RawResponse.Head(200, "Content-Type: application/pdf", "Content-Length: 6"), sent);
        using var httpClient = server.CreateClient();
        using var cancellation = new CancellationTokenSource();
        using var file = await new FilesClient(httpClient).DownloadAsync(1);

        var reading = file!.Content.ReadAsync(new byte[1], cancellation.Token).AsTask();
        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => reading);
    }

    [Test]
    public async Task Download_returns_null_without_a_body_and_throws_a_typed_exception_for_an_error()
    {
        Assert.That(await Exchange.ResultOf(RawResponse.Head(204), c => new FilesClient(c).DownloadAsync(1)), Is.Null);
        var exception = Assert.ThrowsAsync<PlannrApiException<Problem>>(() => Exchange.ResultOf(RawResponse.Json(404, """{"title":"none"}"""), c => new FilesClient(c).DownloadAsync(1)));
        Assert.That(exception!.Error.Title, Is.EqualTo("none"));
    }

    [Test]
    public async Task Text_is_sent_in_UTF_8_and_read_in_the_charset_of_the_response()
    {
        var result = "";

        var request = await Exchange.RequestOf(RawResponse.Of(200, Encoding.Latin1.GetBytes("Grüße"), "Content-Type: text/plain; charset=iso-8859-1"), async c => result = await new FilesClient(c).TranslateAsync("ünïcode"));

        Assert.That(Exchange.Header(request, "Content-Type"), Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(Exchange.Header(request, "Accept"), Is.EqualTo("text/plain"));
        Assert.That(Exchange.Body(request), Is.EqualTo("ünïcode"));
        Assert.That(result, Is.EqualTo("Grüße"));
    }

    [Test]
    public void Text_response_that_its_charset_cannot_decode_throws()
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.ResultOf(RawResponse.Of(200, [0xff, 0xfe, 0xff], "Content-Type: text/csv; charset=utf-8"), c => new FilesClient(c).TableAsync()));
}
