using System.Net;

namespace Plannr.Runtime.Requests;

/// <summary>
/// Sends a stream from its current position, and does not dispose it. If the request is sent again, after a redirect or as a retry, the
/// stream is sent again from the same position, if it can seek.
/// </summary>
internal sealed class FileContent : HttpContent
{
    private readonly Stream _stream;
    private readonly long _start;
    private bool _isSent;

    public FileContent(Stream stream)
    {
        _stream = stream;
        _start = stream.CanSeek ? stream.Position : 0;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Rewound().CopyToAsync(stream);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        => Rewound().CopyToAsync(stream, cancellationToken);
#endif

    protected override bool TryComputeLength(out long length)
    {
        length = _stream.CanSeek ? _stream.Length - _start : 0;
        return _stream.CanSeek;
    }

    private Stream Rewound()
    {
        if (_stream.CanSeek)
        {
            _stream.Position = _start;
        }
        else if (_isSent)
        {
            throw new InvalidOperationException("The stream was already sent and cannot be read again, because it cannot seek.");
        }

        _isSent = true;
        return _stream;
    }
}
