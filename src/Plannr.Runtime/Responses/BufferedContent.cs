using System.Net;

namespace Plannr.Runtime.Responses;

/// <summary>A body that has been read. Whoever asks it for a stream gets a copy, which outlives the buffer.</summary>
internal sealed class BufferedContent(BodyBuffer body) : HttpContent
{
    public BodyBuffer Body => body;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(body.Bytes, 0, body.Count);

    protected override bool TryComputeLength(out long length)
    {
        length = body.Count;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        body.Dispose();
        base.Dispose(disposing);
    }
}
