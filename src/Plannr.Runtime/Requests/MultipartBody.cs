using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Text;

namespace Plannr.Runtime.Requests;

/// <summary>
/// Writes an object as <c>multipart/form-data</c>, with a part for each property that is set. Files are written as they are, strings and
/// numbers as text, objects as JSON, and lists as a part for each element. Null is an empty part.
/// </summary>
internal sealed class MultipartBody
{
    // .NET encodes the headers of a part as ISO-8859-1, in which each character below 256 is one byte.
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
        // MultipartFormDataContent would replace a Content-Disposition that .NET cannot parse, such as for a name that ends with a backslash.
        var content = new MultipartContent("form-data", boundary);
        foreach (var part in _parts)
        {
            content.Add(part);
        }

        // Without parts, .NET would write the start of a part, which servers refuse.
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
        // A list inside a list is one part. As several parts, a server could not tell where it ends.
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

    // Names are encoded as in browsers: in UTF-8, without filename* (RFC 7578, section 4.2).
    // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
    private static string Quoted(string text)
        => Bytes.GetString(TextEncodings.Utf8.GetBytes(text.Replace("\"", "%22").Replace("\r", "%0D").Replace("\n", "%0A").Replace("\0", "%00")));
}
