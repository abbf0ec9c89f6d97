using System.Net.Http.Headers;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

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

    public static HttpContent Of<T>(T body, JsonFormat<T> format, IReadOnlyList<FieldEncoding> encodings)
    {
        var multipart = new MultipartBody(encodings);
        if (body is IJsonObject members)
        {
            multipart.AddMembers(members);
        }
        else
        {
            foreach (var entry in ((JObject)PlannrJson.ToRequestToken(body, format)).Properties())
            {
                multipart.AddValue(entry.Name, entry.Value);
            }
        }

        return multipart._parts;
    }

    private void AddMembers(IJsonObject body)
    {
        foreach (var member in body.Members.All.Where(m => !m.IsReadOnly && m.IsSet(body)))
        {
            var value = member.Value(body);
            if (value is ApiFile or IEnumerable<ApiFile>)
            {
                foreach (var file in (value as IEnumerable<ApiFile> ?? [(ApiFile)value]).Where(f => f is not null))
                {
                    AddFile(member.Name, file);
                }
            }
            else
            {
                AddValue(member.Name, member.Token(body));
            }
        }

        foreach (var unnamed in body.Members.Others(body))
        {
            AddValue(unnamed.Key, unnamed.Value);
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
