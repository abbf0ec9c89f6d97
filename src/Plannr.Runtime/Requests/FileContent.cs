using System.Net;

namespace Plannr.Runtime.Requests;

/// <summary>
/// Sends a stream from where it stands, and leaves it open: it is the caller's. Where the request is sent again, after a
/// redirect or by a retry, so is the stream from there, if it can seek.
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
            throw new InvalidOperationException("The stream was sent already, and cannot be read again.");
        }

        _isSent = true;
        return _stream;
    }
}
