using Microsoft.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Validation;

/// <summary>Reads the body of a request, and checks it against the contract.</summary>
internal static class BodyCheck
{
    /// <summary>The maximum size of a body. The vendor does not document a limit. This one is much larger than any request of the contract.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Reads a body to its end, even if it is too large, because a client that is still sending would not read the response.</summary>
    /// <returns>The body, or null if it is too large.</returns>
    /// <exception cref="BadHttpRequestException">The framing of the body is invalid, or the body is larger than Kestrel's limit.</exception>
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

    /// <summary>Checks a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bytes">The body; null if it is too large.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The JSON body, or an error response; neither if there is no JSON body.</returns>
    public static (JToken? Body, JsonResponse? Refusal) Check(HttpRequest request, byte[]? bytes, ContractOperation operation)
    {
        if (operation.Body is not { } expected)
        {
            return (null, null);
        }

        if (bytes is null)
        {
            return (null, JsonResponses.Error(StatusCodes.Status413PayloadTooLarge, $"The request body is larger than {MaxBytes} bytes."));
        }

        if (bytes.Length == 0)
        {
            return (null, expected.IsRequired ? JsonResponses.Error(StatusCodes.Status400BadRequest, "The request body is empty; the contract requires one.") : null);
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
            return (null, JsonResponses.Error(StatusCodes.Status400BadRequest, $"The request body is not valid JSON ({problem})."));
        }

        var misfits = expected.Content[mediaType] is { } schema ? Misfit.Find(schema, body) : [];
        return misfits.Count > 0 ? (null, LaravelErrors.Of(misfits)) : (body, null);
    }

    private static JsonResponse? UnsupportedMediaType(HttpRequest request, ContractBody expected, out string mediaType)
    {
        mediaType = "";
        var allowed = string.Join(", ", expected.Content.Keys);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType) || !expected.Content.ContainsKey(contentType.MediaType.Value!))
        {
            var given = string.IsNullOrEmpty(request.ContentType) ? "There is no header Content-Type" : $"The request body is {request.ContentType}";
            return JsonResponses.Error(StatusCodes.Status415UnsupportedMediaType, $"{given}; expected {allowed}.");
        }

        mediaType = contentType.MediaType.Value!;
        if (request.Headers.ContentEncoding.Any(e => !string.IsNullOrWhiteSpace(e) && !e.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            return JsonResponses.Error(StatusCodes.Status415UnsupportedMediaType, "The request body is compressed. Send it uncompressed.");
        }

        return contentType.Charset.HasValue && !contentType.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? JsonResponses.Error(StatusCodes.Status415UnsupportedMediaType, $"The request body is in {contentType.Charset}. Send it in UTF-8.")
            : null;
    }
}
