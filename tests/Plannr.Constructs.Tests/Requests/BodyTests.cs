using System.Text;
using Plannr.Constructs.FilesAndText;
using Plannr.Constructs.Forms;
using Plannr.Generated;
using Login = Plannr.Constructs.Forms.Login;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Forms, files and text.</summary>
public sealed class BodyTests
{
    [Test]
    public async Task A_form_holds_what_was_set()
    {
        var login = new Login { User = "a&b ü", Remember = null, Scopes = ["x", "y"], Device = new LoginDevice { Name = "phone" }, Since = new DateOnly(2026, 6, 8) };

        var request = await Exchange.RequestOf(c => new FormsClient(c).LoginAsync(login));

        Assert.That(Exchange.Header(request, "Content-Type"), Is.EqualTo("application/x-www-form-urlencoded"));
        Assert.That(Exchange.Body(request), Is.EqualTo("user=a%26b%20%C3%BC&remember=&scopes=x&scopes=y&device=%7B%22name%22%3A%22phone%22%7D&since=2026-06-08"));
    }

    [Test]
    public async Task A_form_follows_the_styles_of_its_fields()
    {
        var search = new FormsSearchRequest { Tags = ["a", "b"], Range = new() { From = 1, To = 2 }, Path = "/a/b", List = ["x"], Parts = [new() { Id = 1 }, new() { Id = 2 }] };

        Assert.That(Exchange.Body(await Exchange.RequestOf(c => new FormsClient(c).SearchAsync(search))), Is.EqualTo("tags=a%7Cb&range%5Bfrom%5D=1&range%5Bto%5D=2&path=/a/b&list=%5B%22x%22%5D&parts%5B0%5D%5Bid%5D=1&parts%5B1%5D%5Bid%5D=2"));
    }

    [Test]
    public async Task Files_and_fields_are_parts()
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
        Assert.That(upload.CanRead, Is.True, "the stream stays the caller's");
    }

    [Test]
    public async Task Names_of_parts_and_files_are_sent_in_UTF_8()
    {
        var body = new FormsNamesRequest { Größe = "größe", 名前 = "名前", ABCD = "e", Café = new ApiFile(new MemoryStream("1"u8.ToArray()), "\"名前\"\r\n😀.txt"), Plain = new MemoryStream("2"u8.ToArray()) };

        var request = await Exchange.RequestOf(c => new FormsClient(c).NamesAsync(body));

        var boundary = Exchange.Header(request, "Content-Type")!.Split("boundary=")[1].Trim('"');
        await Snapshot.Verify(Exchange.Body(request).Replace(boundary, "{boundary}", StringComparison.Ordinal), "txt");
    }

    [Test]
    public async Task File_name_that_ends_with_a_backslash_leaves_the_part_its_name()
    {
        var body = new FormsNamesRequest { Plain = new ApiFile(new MemoryStream("1"u8.ToArray()), "folder\\") };

        var request = await Exchange.RequestOf(c => new FormsClient(c).NamesAsync(body));

        Assert.That(Exchange.Body(request), Does.Contain("""
            form-data; name="plain"; filename="folder\"
            """));
    }

    [Test]
    public async Task Names_of_parts_and_files_are_read_by_ASPNET_Core()
    {
        var body = new FormsNamesRequest { Größe = "größe", 名前 = "名前", Café = new ApiFile(new MemoryStream("1"u8.ToArray()), "größe 名前.txt") };

        var form = await ReadingServer.FormOf(c => new FormsClient(c).NamesAsync(body));

        Assert.That(form.Select(f => (f.Key, f.Value.ToString())), Is.EqualTo(new[] { ("größe", "größe"), ("名前", "名前") }));
        Assert.That(form.Files.Select(f => (f.Name, f.FileName)), Is.EqualTo(new[] { ("Café", "größe 名前.txt") }));
    }

    [Test]
    public async Task Form_without_a_field_is_a_valid_form()
    {
        Assert.That(await ReadingServer.FormOf(c => new FormsClient(c).NamesAsync(new FormsNamesRequest())), Is.Empty);
        Assert.That(await ReadingServer.FormOf(c => new FormsClient(c).UrlNamesAsync(new FormsUrlNamesRequest())), Is.Empty);
    }

    [Test]
    public async Task Half_a_surrogate_pair_in_a_file_name_is_refused()
        => Assert.That((await Exchange.Refusal(c => new FormsClient(c).NamesAsync(new() { Plain = new ApiFile(new MemoryStream(), "a\ud83d.txt") }))).ParamName, Is.EqualTo("body"));

    [Test]
    public async Task Names_of_fields_are_escaped()
    {
        var body = new FormsUrlNamesRequest { Größe = ["a", "ü"], 名前 = "x", ABC = "y" };

        var request = await Exchange.RequestOf(c => new FormsClient(c).UrlNamesAsync(body));

        Assert.That(Exchange.Body(request), Is.EqualTo("gr%C3%B6%C3%9Fe=a%20%C3%BC&%E5%90%8D%E5%89%8D=x&a%3Db%26c=y"));
    }

    [Test]
    public async Task A_file_whose_content_type_is_none_is_refused()
        => Assert.That(
            (await Exchange.Refusal(c => new FormsClient(c).UploadAsync(new() { File = new ApiFile(new MemoryStream(), contentType: "no\r\ntype") }))).ParamName,
            Is.EqualTo("body"));

    [Test]
    public async Task A_file_is_sent_as_it_is()
    {
        using var stream = new MemoryStream("picture"u8.ToArray());
        stream.Position = 3;

        var request = await Exchange.RequestOf(c => new FilesClient(c).UploadAsync(1, stream));

        Assert.That(Exchange.Header(request, "Content-Type"), Is.EqualTo("application/octet-stream"));
        Assert.That(Exchange.Header(request, "Content-Length"), Is.EqualTo("4"));
        Assert.That(Exchange.Body(request), Is.EqualTo("ture"));
        Assert.That(stream.CanRead, Is.True, "the stream stays the caller's");
    }

    [Test]
    public async Task A_file_is_sent_again_where_the_server_says_so()
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
    public async Task A_long_text_arrives_whole()
    {
        var text = string.Concat(Enumerable.Repeat("ü😀&", 50_000));

        var body = Exchange.Body(await Exchange.RequestOf(c => new FormsClient(c).LoginAsync(new Login { User = text })));

        Assert.That(Uri.UnescapeDataString(body), Is.EqualTo("user=" + text));
    }

    [Test]
    public async Task A_file_says_what_it_is()
        => Assert.That(
            Exchange.Header(await Exchange.RequestOf(c => new FilesClient(c).PictureAsync(1, new ApiFile(new MemoryStream([1]), contentType: "image/png"))), "Content-Type"),
            Is.EqualTo("image/png"));

    [Test]
    public async Task A_file_is_read_as_it_arrives()
    {
        var head = RawResponse.Head(200, "Content-Type: application/pdf", "Content-Disposition: attachment; filename=\"a b.pdf\"", "Content-Length: 6");
        var sent = new TaskCompletionSource();
        await using var server = RawServer.Stalling([.. head, .. "abc"u8], sent);
        using var httpClient = server.CreateClient();

        using var file = await new FilesClient(httpClient).DownloadAsync(1);
        var start = new byte[3];
        await file!.Content.ReadExactlyAsync(start);

        Assert.That(Encoding.UTF8.GetString(start), Is.EqualTo("abc"), "though the rest has not come yet");
        Assert.That((file.FileName, file.ContentType, file.Length), Is.EqualTo(("a b.pdf", "application/pdf", 6L)));
    }

    [Test]
    public async Task Reading_a_file_ends_with_its_token()
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
    public async Task No_file_is_null_and_an_error_is_read_whole()
    {
        Assert.That(await Exchange.Answer(RawResponse.Head(204), c => new FilesClient(c).DownloadAsync(1)), Is.Null);
        var exception = Assert.ThrowsAsync<PlannrApiException<Problem>>(() => Exchange.Answer(RawResponse.Json(404, """{"title":"none"}"""), c => new FilesClient(c).DownloadAsync(1)));
        Assert.That(exception!.Error.Title, Is.EqualTo("none"));
    }

    [Test]
    public async Task Text_is_sent_and_read_as_it_is()
    {
        var answer = "";

        var request = await Exchange.RequestOf(RawResponse.Of(200, Encoding.Latin1.GetBytes("Grüße"), "Content-Type: text/plain; charset=iso-8859-1"), async c => answer = await new FilesClient(c).TranslateAsync("ünïcode"));

        Assert.That(Exchange.Header(request, "Content-Type"), Is.EqualTo("text/plain; charset=utf-8"));
        Assert.That(Exchange.Header(request, "Accept"), Is.EqualTo("text/plain"));
        Assert.That(Exchange.Body(request), Is.EqualTo("ünïcode"));
        Assert.That(answer, Is.EqualTo("Grüße"));
    }

    [Test]
    public void Text_that_is_none_is_an_unreadable_answer()
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.Answer(RawResponse.Of(200, [0xff, 0xfe, 0xff], "Content-Type: text/csv; charset=utf-8"), c => new FilesClient(c).TableAsync()));
}
