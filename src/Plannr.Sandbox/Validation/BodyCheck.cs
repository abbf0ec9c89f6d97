using Microsoft.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Validation;

/// <summary>Reads a request's body and holds it against the contract.</summary>
internal static class BodyCheck
{
    /// <summary>How large a body may be. The vendor documents no limit; this is far beyond any request of the contract.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Reads a body to its end, even if it is too large, as a client that is still sending would not see the response.</summary>
    /// <returns>The body, or null if it is too large.</returns>
    /// <exception cref="BadHttpRequestException">Kestrel refuses the body: its framing, or a length beyond the server's own limit.</exception>
    public static async Task<byte[]?> ReadBytesAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        var length = 0L;
        int count;
        while ((count = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            length += count;
            if (length <= MaxBytes)
            {
                body.Write(chunk, 0, count);
            }
        }

        return length <= MaxBytes ? body.ToArray() : null;
    }

    /// <param name="request">The request.</param>
    /// <param name="bytes">Its body; null if it is too large.</param>
    /// <param name="operation">The operation that it calls.</param>
    /// <returns>The body, or what is wrong with it; neither if there is none, or none in JSON.</returns>
    public static (JToken? Body, Answer? Refusal) Check(HttpRequest request, byte[]? bytes, ContractOperation operation)
    {
        if (operation.Body is not { } expected)
        {
            return (null, null);
        }

        if (bytes is null)
        {
            return (null, Answers.Error(StatusCodes.Status413PayloadTooLarge, $"The request body is larger than {MaxBytes} bytes."));
        }

        if (bytes.Length == 0)
        {
            return (null, expected.IsRequired ? Answers.Error(StatusCodes.Status400BadRequest, "The request body is empty; the contract requires one.") : null);
        }

        if (UnsupportedMediaType(request, expected, out var mediaType) is { } refusal)
        {
            return (null, refusal);
        }

        if (!JsonMediaType.Is(mediaType))
        {
            return (null, null);
        }

        if (PlainJson.TryRead(bytes, out var problem) is not { } body)
        {
            return (null, Answers.Error(StatusCodes.Status400BadRequest, $"The request body is not valid JSON ({problem})."));
        }

        var misfits = expected.Content[mediaType] is { } schema ? Misfit.Find(schema, body) : [];
        return misfits.Count > 0 ? (null, LaravelErrors.Of(misfits)) : (body, null);
    }

    private static Answer? UnsupportedMediaType(HttpRequest request, ContractBody expected, out string mediaType)
    {
        mediaType = "";
        var allowed = string.Join(", ", expected.Content.Keys);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType) || !expected.Content.ContainsKey(contentType.MediaType.Value!))
        {
            var given = string.IsNullOrEmpty(request.ContentType) ? "There is no header Content-Type" : $"The request body is {request.ContentType}";
            return Answers.Error(StatusCodes.Status415UnsupportedMediaType, $"{given}; the contract takes {allowed}.");
        }

        mediaType = contentType.MediaType.Value!;
        if (request.Headers.ContentEncoding.Any(e => !string.IsNullOrWhiteSpace(e) && !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return Answers.Error(StatusCodes.Status415UnsupportedMediaType, "The request body is compressed; send it as it is.");
        }

        return contentType.Charset.HasValue && !contentType.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? Answers.Error(StatusCodes.Status415UnsupportedMediaType, $"The request body is in {contentType.Charset}; JSON is sent in UTF-8.")
            : null;
    }
}
