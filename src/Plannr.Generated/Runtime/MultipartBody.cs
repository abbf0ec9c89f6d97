using System.Net.Http.Headers;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace Plannr.Generated.Runtime;

/// <summary>
/// Writes an object as <c>multipart/form-data</c>, a part for each property that was set: a file as it is, text and numbers as
/// text, an object as JSON, a list as a part for each element. One set to null is an empty part.
/// </summary>
internal sealed class MultipartBody
{
    private readonly MultipartFormDataContent _parts = [];
    private readonly IReadOnlyList<FieldEncoding> _encodings;

    private MultipartBody(IReadOnlyList<FieldEncoding> encodings) => _encodings = encodings;

    public static HttpContent Of(object body, IReadOnlyList<FieldEncoding> encodings)
    {
        var multipart = new MultipartBody(encodings);
        if (PlannrJson.RequestContractOf(body.GetType()) is JsonObjectContract contract)
        {
            multipart.AddProperties(body, contract);
        }
        else
        {
            foreach (var entry in ((JObject)PlannrJson.ToRequestToken(body)).Properties())
            {
                multipart.AddValue(entry.Name, entry.Value);
            }
        }

        return multipart._parts;
    }

    private void AddProperties(object body, JsonObjectContract contract)
    {
        foreach (var property in contract.Properties.Where(p => !p.Ignored && p.ShouldSerialize?.Invoke(body) != false && p.GetIsSpecified?.Invoke(body) != false))
        {
            var (name, value) = (property.PropertyName!, property.ValueProvider!.GetValue(body));
            if (value is ApiFile or IEnumerable<ApiFile>)
            {
                foreach (var file in (value as IEnumerable<ApiFile> ?? [(ApiFile)value]).Where(f => f is not null))
                {
                    AddFile(name, file);
                }
            }
            else
            {
                AddValue(name, value is null ? JValue.CreateNull() : PlannrJson.ToRequestToken(value));
            }
        }

        foreach (var unnamed in contract.ExtensionDataGetter?.Invoke(body) ?? [])
        {
            AddValue((string)unnamed.Key, (JToken)unnamed.Value);
        }
    }

    private void AddFile(string name, ApiFile file)
    {
        var content = new FileContent(file.Content);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType ?? MediaType(name) ?? "application/octet-stream");
        AddPart(content, name, file.FileName ?? name);
    }

    private void AddValue(string name, JToken value)
    {
        // A list in a list is one part: as several, nobody could tell where it ends.
        foreach (var item in value is JArray list && MediaType(name) is null ? list : Enumerable.Repeat(value, 1))
        {
            var isJson = item is JContainer || MediaType(name)?.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;
            var content = new ByteArrayContent(TextEncodings.Utf8.GetBytes(isJson ? item.ToString(Formatting.None) : ParameterText.Text(item)));
            if ((MediaType(name) ?? (isJson ? "application/json" : null)) is { } mediaType)
            {
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            }

            AddPart(content, name, fileName: null);
        }
    }

    private void AddPart(HttpContent content, string name, string? fileName)
    {
        var disposition = $"form-data; name=\"{Quoted(name)}\"";
        if (fileName is not null)
        {
            var ascii = new string(fileName.Select(c => c is >= ' ' and < (char)127 ? c : '_').ToArray());
            disposition += $"; filename=\"{Quoted(ascii)}\"" + (ascii == fileName ? "" : "; filename*=UTF-8''" + ParameterText.Escape(fileName));
        }

        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        _parts.Add(content);
    }

    private string? MediaType(string name) => _encodings.FirstOrDefault(e => e.Name == name)?.MediaType;

    // After the URL standard of the browsers, by which servers read forms.
    private static string Quoted(string text)
        => text.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A");
}
