using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Normalization;

/// <summary>Chooses, among the media types of a body, the one that is generated: JSON where there is one.</summary>
internal sealed class ContentNormalizer(OpenApiContract contract, SchemaNormalizer schemas, Action<SourceNode, SourceFile, string> refuse)
{
    /// <summary>A body: its schema, and what the templates must know of it.</summary>
    public sealed record Body(JObject Schema, JObject Extension);

    /// <summary>A response's body: how it is read, and as what.</summary>
    public sealed record Answer(string Kind, string MediaType, JObject Schema);

    /// <summary>The body of a request.</summary>
    /// <returns>The body, or null if it has none or cannot be generated.</returns>
    public Body? Request(Located source, ContractOperation operation)
    {
        var content = source.Node.Map("content")?.Entries ?? [];
        var place = operation.TypeName + "Request";
        if (content.FirstOrDefault(c => MediaTypes.IsJson(c.Key.Text) && !IsBinary(c, source.File)) is { } json)
        {
            return Without(json, "Json");
        }

        if (Choose(content, MediaTypes.IsForm) is { } form)
        {
            return WithFields(form, "Form");
        }

        if (Choose(content, MediaTypes.IsMultipart) is { } multipart)
        {
            return WithFields(multipart, "Multipart", mayHoldFiles: true);
        }

        if (Choose(content, t => MediaTypes.IsText(t) && !MediaTypes.IsXml(t)) is { } text && IsText(text, source.File))
        {
            return new Body(new JObject { ["type"] = "string" }, Extension("Text", MediaTypes.IsRange(text.Key.Text) ? "text/plain" : text.Key.Text));
        }

        if (content.FirstOrDefault(c => IsFile(c, source.File)) is { } file)
        {
            return new Body(File(source.File), Extension("File", MediaTypes.IsRange(file.Key.Text) ? "application/octet-stream" : file.Key.Text));
        }

        if (Choose(content, t => t == "*/*") is { } any)
        {
            return Without(any, "Json");
        }

        // What is none of these, such as XML, is the caller's to write.
        if (Choose(content, t => MediaTypes.IsText(t) || MediaTypes.IsXml(t)) is { } written)
        {
            return new Body(new JObject { ["type"] = "string" }, Extension("Text", written.Key.Text));
        }

        if (Choose(content, t => !MediaTypes.IsAnyMultipart(t)) is { } bytes)
        {
            return new Body(File(source.File), Extension("File", MediaTypes.IsRange(bytes.Key.Text) ? "application/octet-stream" : bytes.Key.Text));
        }

        refuse(source.Node.Entry("content")?.Key ?? (SourceNode)source.Node, source.File, "the request body: of several parts, only multipart/form-data is written");
        return null;

        Body Without(SourceEntry media, string kind)
        {
            var schema = schemas.Use((media.Value as SourceMap)?["schema"], source.File, place);
            RefuseFiles(schema, media.Key, source.File);
            return new Body(schema, Extension(kind, media.Key.Text == "*/*" ? "application/json" : media.Key.Text));
        }

        Body? WithFields(SourceEntry media, string kind, bool mayHoldFiles = false)
        {
            var schema = schemas.Use((media.Value as SourceMap)?["schema"], source.File, place);
            if (UnionLabels.JsonKind(schema, schemas.Components) != "Object")
            {
                refuse(media.Key, source.File, "a form whose schema is no object");
                return null;
            }

            foreach (var field in Fields(schema).Where(f => !(mayHoldFiles && IsFileField(f))))
            {
                RefuseFiles(field, media.Key, source.File);
            }

            var extension = Extension(kind, media.Key.Text);
            extension["encodings"] = new JArray(((media.Value as SourceMap)?.Map("encoding")?.Entries ?? []).Where(e => e.Value is SourceMap).Select(e => Encoding(e, source.File, Fields(schema, e.Key.Text).FirstOrDefault(), kind == "Form")));
            return new Body(schema, extension);
        }
    }

    /// <summary>The body of a response.</summary>
    /// <returns>The body, or null if it has none.</returns>
    public Answer? Response(Located source, string place)
    {
        var content = source.Node.Map("content")?.Entries ?? [];
        if (content.Count == 0)
        {
            return null;
        }

        if (content.FirstOrDefault(c => MediaTypes.IsJson(c.Key.Text) && !IsBinary(c, source.File)) is { } json)
        {
            return Json(json, json.Key.Text);
        }

        if (Choose(content, t => MediaTypes.IsText(t) || MediaTypes.IsXml(t)) is { } text && IsText(text, source.File))
        {
            return new Answer("Text", text.Key.Text, new JObject { ["type"] = "string" });
        }

        if (content.FirstOrDefault(c => IsFile(c, source.File)) is { } file)
        {
            return new Answer("File", file.Key.Text, File(source.File));
        }

        if (Choose(content, t => t == "*/*") is { } any)
        {
            return Json(any, "application/json");
        }

        // What is none of these, such as XML, is the caller's to read.
        return Choose(content, t => MediaTypes.IsText(t) || MediaTypes.IsXml(t)) is { } read
            ? new Answer("Text", read.Key.Text, new JObject { ["type"] = "string" })
            : new Answer("File", content[0].Key.Text, File(source.File));

        Answer Json(SourceEntry media, string type)
        {
            var schema = schemas.Use((media.Value as SourceMap)?["schema"], source.File, place);
            RefuseFiles(schema, media.Key, source.File);
            return new Answer("Json", type, schema);
        }
    }

    /// <summary>Whether a value of a schema can hold a file, which JSON cannot.</summary>
    public bool HoldsFile(JObject schema)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<JToken>([schema]);
        while (open.TryDequeue(out var next))
        {
            // A property may be named $ref.
            foreach (var name in next.SelectTokens("$..['$ref']").Where(r => r.Type == JTokenType.String).Select(r => ((string)r!).Split('/')[^1]))
            {
                if (name == SchemaNormalizer.FileType)
                {
                    return true;
                }

                if (seen.Add(name) && schemas.Components[name] is { } target)
                {
                    open.Enqueue(target);
                }
            }
        }

        return false;
    }

    private void RefuseFiles(JObject schema, SourceNode at, SourceFile file)
    {
        if (HoldsFile(schema))
        {
            refuse(at, file, "a file (format: binary) within JSON, or in a form that is not multipart or not at its first level: write format: byte, which is Base64");
        }
    }

    private JObject File(SourceFile file)
        => schemas.Use(SourceMap.Of(("type", "string"), ("format", "binary")), file, "");

    private static SourceEntry? Choose(IReadOnlyList<SourceEntry> content, Func<string, bool> fits) => content.FirstOrDefault(c => fits(c.Key.Text));

    private bool IsText(SourceEntry media, SourceFile file)
        => Schema(media, file) is not { } schema || schema.Text("type") is null or "string" && schema.Text("format") != "binary" && !schema.Has("properties");

    // Whatever the media type says, bytes are no JSON.
    private bool IsBinary(SourceEntry media, SourceFile file) => Schema(media, file) is { } schema && schema.Text("type") == "string" && schema.Text("format") == "binary";

    private bool IsFile(SourceEntry media, SourceFile file)
        => Schema(media, file) is { } schema
            ? schema.Text("type") == "string" && schema.Text("format") is "binary" or null && !MediaTypes.IsJson(media.Key.Text)
            : !MediaTypes.IsXml(media.Key.Text) && media.Key.Text != "*/*";

    private SourceMap? Schema(SourceEntry media, SourceFile file)
        => contract.Follow((media.Value as SourceMap)?["schema"], OpenApi30.Schema, file)?.Node is { Entries.Count: > 0 } schema ? schema : null;

    private static JObject Extension(string kind, string mediaType) => new() { ["kind"] = kind, ["media"] = mediaType };

    // The fields of a form: the properties of its class, with those of the base classes, or the values of a dictionary.
    private IEnumerable<JObject> Fields(JObject schema, string? name = null)
    {
        for (var type = schema; type is not null; type = (string?)type["x-base"] is { } parent ? (JObject?)schemas.Components[parent] : null)
        {
            type = UnionLabels.Target(type) is { } target ? (JObject)schemas.Components[target]! : type;
            foreach (var property in (type["properties"] as JObject)?.Properties().Where(p => name is null || p.Name == name) ?? [])
            {
                yield return (JObject)property.Value;
            }

            if (name is null && type["additionalProperties"] is JObject values)
            {
                yield return values;
            }
        }
    }

    private static bool IsFileField(JObject field)
        => UnionLabels.Target(field) == SchemaNormalizer.FileType || (field["items"] is JObject items && UnionLabels.Target(items) == SchemaNormalizer.FileType);

    private JObject Encoding(SourceEntry entry, SourceFile file, JObject? field, bool isUrlEncoded)
    {
        var node = (SourceMap)entry.Value;
        if (node.Entry("headers") is { } headers)
        {
            refuse(headers.Key, file, "headers of a part of a form");
        }

        var style = node.Text("style");
        if (style is not (null or "form" or "spaceDelimited" or "pipeDelimited" or "deepObject"))
        {
            refuse(node["style"]!, file, $"the style {style} in a form");
        }

        var encoding = new JObject { ["name"] = entry.Key.Text };
        // A range leaves it to the part what it is.
        if (node.Text("contentType")?.Split(',')[0].Trim() is { } contentType && !MediaTypes.IsRange(contentType))
        {
            if (field is not null && !IsFileField(field) && UnionLabels.JsonKind(field, schemas.Components) is "Object" or "Array" or "None" && !MediaTypes.IsJson(contentType))
            {
                refuse(node["contentType"]!, file, $"'{entry.Key.Text}' as {contentType}: objects and lists are written as JSON");
            }

            if (!isUrlEncoded)
            {
                encoding["media"] = contentType;
            }
            else if (MediaTypes.IsJson(contentType))
            {
                encoding["style"] = "Json";
                encoding["explode"] = false;
                return encoding;
            }
        }

        if (style is not null || node.Has("explode") || node.Has("allowReserved"))
        {
            encoding["style"] = Identifier.Pascal(style ?? "form", "");
            encoding["explode"] = node.Text("explode") is { } explode ? explode == "true" : style is null or "form" or "deepObject";
            encoding["reserved"] = node.Text("allowReserved") == "true";
        }

        return encoding;
    }
}
