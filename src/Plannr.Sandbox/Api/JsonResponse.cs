using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Api;

/// <summary>A response of the sandbox, with a JSON body or no body.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body; null if there is none.</param>
internal sealed record JsonResponse(int Status, JToken? Body = null) : IResult
{
    public const string MediaType = "application/json";

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public async Task ExecuteAsync(HttpContext context)
    {
        var bytes = WriteHead(context.Response);
        if (bytes.Length > 0 && !HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>Writes the status code and the headers.</summary>
    /// <returns>The body, which the caller must write.</returns>
    public ReadOnlyMemory<byte> WriteHead(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Body is null)
        {
            return default;
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes(Body.ToString(Formatting.None));
        response.ContentType = MediaType;
        response.ContentLength = bytes.Length;
        return bytes;
    }
}
