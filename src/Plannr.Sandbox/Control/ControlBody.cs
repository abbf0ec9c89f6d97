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

    /// <summary>The fields.</summary>
    public JObject Fields { get; }

    /// <param name="request">The request.</param>
    /// <param name="expected">An example of the body, with every field.</param>
    /// <returns>The body, or what is wrong with it.</returns>
    public static Task<(ControlBody? Body, Answer? Refusal)> ReadAsync(HttpRequest request, string expected)
        => ReadAsync(request, expected, fields => UnknownKeys.Find(fields, [.. JObject.Parse(expected).Properties().Select(p => p.Name)]));

    /// <param name="request">The request.</param>
    /// <param name="expected">An example of the body.</param>
    /// <param name="unknown">Returns the refusal of fields that are unknown; null if there are none.</param>
    /// <returns>The body, or what is wrong with it.</returns>
    public static async Task<(ControlBody? Body, Answer? Refusal)> ReadAsync(HttpRequest request, string expected, Func<JObject, Answer?> unknown)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        var bytes = buffer.ToArray();
        if (PlainJson.TryRead(bytes, out var problem) is not { } json)
        {
            return (null, Answers.Error(StatusCodes.Status400BadRequest, $"The request body is not valid JSON ({problem}); it should be like {expected}."));
        }

        if (json is not JObject fields)
        {
            return (null, Answers.Error(StatusCodes.Status422UnprocessableEntity, $"The request body must be a JSON object, as in {expected}."));
        }

        return unknown(fields) is { } refusal ? (null, refusal) : (new ControlBody(bytes, fields), null);
    }

    /// <summary>Returns a field that has a UUID.</summary>
    /// <returns>The UUID, or null if there is no such field.</returns>
    /// <exception cref="SandboxInputException">The field is not a UUID.</exception>
    public Guid? Uuid(string field)
        => Text(field) is not { } text ? null
            : Guid.TryParseExact(text, "D", out var uuid) ? uuid
            : throw new SandboxInputException(field, $"The {field} field must be a valid UUID.");

    /// <summary>Returns a field that has text.</summary>
    /// <returns>The text, or null if there is no such field.</returns>
    /// <exception cref="SandboxInputException">The field is not a string.</exception>
    public string? Text(string field)
        => !Fields.TryGetValue(field, StringComparison.Ordinal, out var value) ? null
            : value is JValue { Value: string text } ? text
            : throw new SandboxInputException(field, $"The {field} field must be a string.");

    /// <summary>The JSON of a field, byte for byte as it was sent.</summary>
    public byte[] RawJson(string field)
    {
        using var document = JsonDocument.Parse(PlainJson.WithoutMark(_bytes));
        return JsonMarshal.GetRawUtf8Value(document.RootElement.GetProperty(field)).ToArray();
    }
}
