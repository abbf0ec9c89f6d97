using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>
/// Writes an object as <c>multipart/form-data</c>, a part for each property that was set: a file as it is, text and numbers as
/// text, an object as JSON, a list as a part for each element. One set to null is an empty part.
/// </summary>
internal sealed class MultipartBody
{
    // The encoding in which .NET writes the headers of a part: each character below 256 is a byte.
    private static readonly Encoding Bytes = Encoding.GetEncoding("iso-8859-1");

    private readonly List<HttpContent> _parts = [];
    private readonly IReadOnlyList<FieldEncoding> _encodings;

    private MultipartBody(IReadOnlyList<FieldEncoding> encodings) => _encodings = encodings;

    public static HttpContent Of<T>(T body, JsonFormat<T> format, IReadOnlyList<FieldEncoding> encodings)
    {
        var multipart = new MultipartBody(encodings);
        if (body is ApiObject members)
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

        return multipart.ToContent();
    }

    private HttpContent ToContent()
    {
        var boundary = Guid.NewGuid().ToString();
        // MultipartFormDataContent would replace a disposition that .NET cannot parse: that of a name that ends with a backslash.
        var content = new MultipartContent("form-data", boundary);
        foreach (var part in _parts)
        {
            content.Add(part);
        }

        // Of no parts, .NET writes the start of one all the same, which servers refuse.
        return _parts.Count > 0 ? content : new ByteArrayContent(Bytes.GetBytes($"--{boundary}--\r\n")) { Headers = { ContentType = content.Headers.ContentType } };
    }

    private void AddMembers(ApiObject body)
    {
        var members = body.JsonMembers.All;
        for (var number = 0; number < members.Length; number++)
        {
            if (!members[number].IsReadOnly)
            {
                AddMember(body, members[number], number);
            }
        }

        foreach (var unnamed in body.OtherProperties ?? new Dictionary<string, JToken>())
        {
            AddValue(unnamed.Key, unnamed.Value);
        }
    }

    private void AddMember(ApiObject body, JsonMember member, int number)
    {
        var property = FieldVisitor.Getting(member);
        body.VisitField(number, ref property);
        if (!property.IsSet)
        {
            return;
        }

        if (property.Value is ApiFile or IEnumerable<ApiFile>)
        {
            foreach (var file in (property.Value as IEnumerable<ApiFile> ?? [(ApiFile)property.Value]).Where(f => f is not null))
            {
                AddFile(member.Name, file);
            }

            return;
        }

        var json = FieldVisitor.Serializing(member);
        body.VisitField(number, ref json);
        AddValue(member.Name, (JToken)json.Value!);
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
        var disposition = $"form-data; name=\"{Quoted(name)}\"" + (fileName is null ? "" : $"; filename=\"{Quoted(fileName)}\"");
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        _parts.Add(content);
    }

    private string? MediaType(string name) => _encodings.FirstOrDefault(e => e.Name == name)?.MediaType;

    // As browsers write names, and servers read them: in UTF-8, without filename* (RFC 7578, section 4.2).
    // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
    private static string Quoted(string text)
        => Bytes.GetString(TextEncodings.Utf8.GetBytes(text.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A").Replace("\0", "%00")));
}
