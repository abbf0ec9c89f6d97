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
    public static async Task<(ControlBody? Body, Answer? Refusal)> ReadAsync(HttpRequest request, string expected)
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

        var known = JObject.Parse(expected);
        (string, IReadOnlyList<string>)[] unknown = [.. fields.Properties().Where(p => !known.ContainsKey(p.Name)).Select(Prohibited)];
        return unknown.Length > 0 ? (null, LaravelErrors.Of(unknown)) : (new ControlBody(bytes, fields), null);

        (string Field, IReadOnlyList<string> Messages) Prohibited(JProperty field)
            => (field.Name, [$"The {field.Name} field is prohibited. The fields are {string.Join(", ", known.Properties().Select(p => p.Name))}."]);
    }

    /// <summary>The JSON of a field, byte for byte as it was sent.</summary>
    public byte[] RawJson(string field)
    {
        using var document = JsonDocument.Parse(PlainJson.WithoutMark(_bytes));
        return JsonMarshal.GetRawUtf8Value(document.RootElement.GetProperty(field)).ToArray();
    }
}
