using System.Net;

namespace Plannr.Runtime.Responses;

/// <summary>The content of a response whose body exceeds the maximum size and was not read. It has only the headers of the body.</summary>
internal sealed class OversizedContent(int maxBytes) : HttpContent
{
    /// <summary>Gets the maximum size, in bytes.</summary>
    public int MaxBytes => maxBytes;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw NotRead();

#if NET
    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken) => throw NotRead();
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private HttpRequestException NotRead()
    {
        var message = $"The body of the response is larger than {maxBytes} bytes and was not read.";
#if NET
        return new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, message);
#else
        return new HttpRequestException(message);
#endif
    }
}
