using Plannr.Runtime.Responses;

namespace Plannr.Generated;

/// <summary>
/// A file that is sent or received. A received file is read from the connection while the caller reads it, so neither
/// <c>MaxResponseBytes</c> nor <see cref="HttpClient.Timeout"/> applies to it. Disposing a received file ends the transfer, and a
/// pending asynchronous read throws an <see cref="ObjectDisposedException"/>. Canceling the token of a read also ends the transfer.
/// </summary>
public sealed class ApiFile : IDisposable
{
    private readonly bool _isReceived;

    /// <summary>Initializes a new instance of the class for a file to send.</summary>
    /// <param name="content">The content of the file, from the current position of the stream. The caller must dispose the stream.</param>
    /// <param name="fileName">The name of the file for the receiver. The default, null, is the name of the form field.</param>
    /// <param name="contentType">The media type. The default, null, is the media type in the contract, or else <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is null.</exception>
    public ApiFile(Stream content, string? fileName = null, string? contentType = null)
    {
        Content = content ?? throw new ArgumentNullException(nameof(content));
        FileName = fileName;
        ContentType = contentType;
    }

    internal ApiFile(Stream content, HttpResponseMessage response)
        : this(new DownloadStream(content, response), Name(response), response.Content.Headers.ContentType?.ToString())
    {
        Length = response.Content.Headers.ContentLength;
        _isReceived = true;
    }

    /// <summary>Gets the content of the file.</summary>
    public Stream Content { get; }

    /// <summary>Gets the name that the sender gave the file. It can contain any characters; do not use it as a path without validation.</summary>
    public string? FileName { get; }

    /// <summary>Gets the media type of the file.</summary>
    public string? ContentType { get; }

    /// <summary>Gets the size of the file in bytes. Null if the server did not send it before the content.</summary>
    public long? Length { get; }

    /// <summary>Creates a file without a name.</summary>
    /// <param name="content">The content of the file.</param>
    public static implicit operator ApiFile(Stream content) => new(content);

    /// <summary>Ends the transfer of a received file. Has no effect on a file to send.</summary>
    public void Dispose()
    {
        if (_isReceived)
        {
            Content.Dispose();
        }
    }

    private static string? Name(HttpResponseMessage response)
    {
        var disposition = response.Content.Headers.ContentDisposition;
        return (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
    }
}
