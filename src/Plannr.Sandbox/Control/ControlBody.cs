using System.Runtime.InteropServices;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Control;

/// <summary>Reads the body of a request to a control endpoint: a JSON object with known fields.</summary>
internal sealed class ControlBody
{
    private readonly byte[] _bytes;

    private ControlBody(byte[] bytes, JObject fields)
    {
        _bytes = bytes;
        Fields = fields;
    }

    /// <summary>Gets the fields.</summary>
    public JObject Fields { get; }

    /// <summary>Reads a body whose fields are those of an example.</summary>
    /// <param name="request">The request.</param>
    /// <param name="expected">An example of the body with all fields.</param>
    /// <returns>The body, or an error response.</returns>
    public static Task<(ControlBody? Body, JsonResponse? Refusal)> ReadAsync(HttpRequest request, string expected)
        => ReadAsync(request, expected, fields => UnknownKeys.Find(fields, [.. JObject.Parse(expected).Properties().Select(p => p.Name)]));

    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="expected">An example of the body.</param>
    /// <param name="unknown">Returns the error response for unknown fields, or null if there are none.</param>
    /// <returns>The body, or an error response.</returns>
    public static async Task<(ControlBody? Body, JsonResponse? Refusal)> ReadAsync(HttpRequest request, string expected, Func<JObject, JsonResponse?> unknown)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        var bytes = buffer.ToArray();
        if (PlainJson.TryRead(bytes, out var problem) is not { } json)
        {
            return (null, JsonResponses.Error(StatusCodes.Status400BadRequest, $"The request body is not valid JSON ({problem}). Expected a body such as {expected}."));
        }

        if (json is not JObject fields)
        {
            return (null, JsonResponses.Error(StatusCodes.Status422UnprocessableEntity, $"The request body must be a JSON object, as in {expected}."));
        }

        return unknown(fields) is { } refusal ? (null, refusal) : (new ControlBody(bytes, fields), null);
    }

    /// <summary>Returns a UUID.</summary>
    /// <returns>The UUID, or null if the field is missing.</returns>
    /// <exception cref="SandboxInputException">The field is not a UUID.</exception>
    public Guid? Uuid(string field)
        => Text(field) is not { } text ? null
            : Guid.TryParseExact(text, "D", out var uuid) ? uuid
            : throw new SandboxInputException(field, $"The {field} field must be a valid UUID.");

    /// <summary>Returns a string.</summary>
    /// <returns>The string, or null if the field is missing.</returns>
    /// <exception cref="SandboxInputException">The field is not a string.</exception>
    public string? Text(string field)
        => !Fields.TryGetValue(field, StringComparison.Ordinal, out var value) ? null
            : value is JValue { Value: string text } ? text
            : throw new SandboxInputException(field, $"The {field} field must be a string.");

    /// <summary>Returns the unchanged JSON of a field.</summary>
    public byte[] RawJson(string field)
    {
        using var document = JsonDocument.Parse(PlainJson.WithoutMark(_bytes));
        return JsonMarshal.GetRawUtf8Value(document.RootElement.GetProperty(field)).ToArray();
    }
}
