using Plannr.Runtime.Responses;


namespace Plannr.Generated;

/// <summary>
/// A file, as it is sent or received. A received one is read from the connection as the caller reads it: neither
/// <c>MaxResponseBytes</c> nor <see cref="HttpClient.Timeout"/> holds for it. Disposing it ends the transfer; a
/// pending asynchronous read then throws an <see cref="ObjectDisposedException"/>. Canceling the token of a read ends the
/// transfer, too.
/// </summary>
public sealed class ApiFile : IDisposable
{
    private readonly bool _isReceived;

    /// <summary>Creates a file to be sent.</summary>
    /// <param name="content">What it holds, from the stream's position on. It stays the caller's to dispose.</param>
    /// <param name="fileName">Its name, for the receiver; null for the name of the form's field.</param>
    /// <param name="contentType">Its media type; null for the contract's, or else <c>application/octet-stream</c>.</param>
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

    /// <summary>What the file holds.</summary>
    public Stream Content { get; }

    /// <summary>The name that the sender gave it; it may hold anything, so do not use it as a path as it is.</summary>
    public string? FileName { get; }

    /// <summary>Its media type.</summary>
    public string? ContentType { get; }

    /// <summary>Its size in bytes, if the server said so beforehand.</summary>
    public long? Length { get; }

    /// <summary>A file without a name.</summary>
    /// <param name="content">What it holds.</param>
    public static implicit operator ApiFile(Stream content) => new(content);

    /// <summary>Ends the transfer of a received file; a file to be sent is left as it is.</summary>
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
