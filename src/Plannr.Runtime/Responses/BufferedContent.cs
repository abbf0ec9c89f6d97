using System.Net;

namespace Plannr.Runtime.Responses;

/// <summary>The content of a response whose body was read into a buffer. Readers get copies, which remain valid after the buffer is disposed.</summary>
internal sealed class BufferedContent(BodyBuffer body) : HttpContent
{
    public BodyBuffer Body => body;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(body.Bytes, 0, body.Count);

#if NET
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) => stream.Write(body.Bytes, 0, body.Count);
#endif

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
