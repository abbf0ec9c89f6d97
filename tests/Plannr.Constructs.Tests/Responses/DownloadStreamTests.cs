using System.Net;
using System.Net.Http.Headers;
using Plannr.Constructs.FilesAndText;
using Plannr.Generated;

// The tests also call the overload of ReadAsync that takes an array.
#pragma warning disable CA1835

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests the stream of a downloaded file, which wraps the stream of the response.</summary>
public sealed class DownloadStreamTests
{
    [Test]
    public async Task Stream_reads_and_seeks_like_the_stream_of_the_response()
    {
        using var file = await DownloadAsync();
        var stream = file.Content;

        Assert.Multiple(() =>
        {
            Assert.That((stream.CanRead, stream.CanSeek, stream.CanTimeout, stream.Length, stream.Position), Is.EqualTo((true, true, false, 5L, 0L)));
            Assert.That(() => stream.ReadTimeout, Throws.InvalidOperationException);
            Assert.That(() => stream.ReadTimeout = 1, Throws.InvalidOperationException);
        });
        var buffer = "......"u8.ToArray();
        Assert.That((stream.Read(buffer, 1, 2), stream.Position), Is.EqualTo((2, 2L)));
        Assert.That(stream.Read(buffer.AsSpan(4, 1)), Is.EqualTo(1));
        Assert.That(buffer, Is.EqualTo(".ab.c."u8.ToArray()));
        Assert.That((stream.ReadByte(), stream.Seek(-1, SeekOrigin.End), stream.ReadByte(), stream.ReadByte()), Is.EqualTo(((int)'d', 4L, (int)'e', -1)));
        stream.Position = 1;
        stream.Flush();
        Assert.That((await stream.ReadAsync(buffer.AsMemory(0, 1)), await stream.ReadAsync(buffer, 1, 1, CancellationToken.None)), Is.EqualTo((1, 1)));
        Assert.That(buffer[..2], Is.EqualTo("bc"u8.ToArray()));
    }

    [Test]
    public async Task Writing_to_the_stream_throws()
    {
        using var file = await DownloadAsync();

        Assert.Multiple(() =>
        {
            Assert.That(file.Content.CanWrite, Is.False);
            Assert.That(() => file.Content.Write([1], 0, 1), Throws.TypeOf<NotSupportedException>());
            Assert.That(() => file.Content.SetLength(1), Throws.TypeOf<NotSupportedException>());
        });
    }

    [Test]
    public async Task Reading_the_stream_of_a_disposed_file_throws()
    {
        var file = await DownloadAsync();

        file.Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(file.Content.CanRead, Is.False);
            Assert.That(() => file.Content.ReadByte(), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(async () => await file.Content.ReadAsync(new byte[1]), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(async () => await file.Content.ReadAsync(new byte[1], 0, 1), Throws.TypeOf<ObjectDisposedException>());
        });
    }

    [TestCase("attachment; filename=\"a b.pdf\"", "a b.pdf")]
    [TestCase("attachment; filename=a.pdf; filename*=UTF-8''gr%C3%B6%C3%9Fe.pdf", "größe.pdf")]
    [TestCase("attachment", null)]
    [TestCase(null, null)]
    public async Task File_has_the_name_type_and_length_of_the_response(string? disposition, string? name)
    {
        using var file = await DownloadAsync(disposition);

        Assert.That((file.FileName, file.ContentType, file.Length), Is.EqualTo((name, "application/pdf", (long?)5)));
    }

    [Test]
    public void Disposing_a_file_for_upload_does_not_dispose_its_stream()
    {
        using var stream = new MemoryStream([1]);
        ApiFile file = stream;

        file.Dispose();

        Assert.That((stream.ReadByte(), file.FileName, file.ContentType, file.Length), Is.EqualTo((1, default(string), default(string), default(long?))));
    }

    private static async Task<ApiFile> DownloadAsync(string? disposition = null)
    {
        using var httpClient = new HttpClient(new RespondingHandler(disposition)) { BaseAddress = new Uri("https://example.test") };
        return (await new FilesClient(httpClient).DownloadAsync(1))!;
    }

    private sealed class RespondingHandler(string? disposition) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = new ByteArrayContent("abcde"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf"), ContentLength = 5 } };
            if (disposition is not null)
            {
                content.Headers.Add("Content-Disposition", disposition);
            }

            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }
}
