using System.Runtime.CompilerServices;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Operations;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Modeling.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>Builds the models of bodies. Of several media types, it prefers JSON.</summary>
internal sealed class ContentBuilder(OpenApiContract contract, TypeBuilder types, Action<SourceNode, SourceFile, string> refuse, Action<SourceNode, SourceFile, string> warn)
{
    private readonly StyledValues _styled = new(types);

    // Types that are known to contain no files. Without it, each response would search all types that it uses, which in a large
    // contract are most of the types.
    private readonly HashSet<string> _withoutFiles = new(StringComparer.Ordinal);

    /// <summary>The body of a response.</summary>
    public sealed record ResponseBody(BodyKind Kind, string MediaType, TypeModel Type);

    /// <summary>Builds the body of a request.</summary>
    /// <param name="source">The request body of the contract.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="variable">The argument's name.</param>
    /// <returns>The body, or null if it has no content.</returns>
    public BodyModel? Request(ContractObject source, SourceOperation operation, string variable)
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

        if (Choose(content, MediaTypes.IsForm) is { } form)
        {
            return Form(form, BodyKind.Form);
        }

        if (Choose(content, MediaTypes.IsMultipart) is { } multipart)
        {
            return Form(multipart, BodyKind.Multipart);
        }

        if (Choose(content, t => MediaTypes.IsText(t) && !MediaTypes.IsXml(t)) is { } text && IsText(text, source.File))
        {
            return Body(BodyKind.Text, MediaTypes.IsRange(text.Key.Text) ? "text/plain" : text.Key.Text, Text);
        }

        if (content.FirstOrDefault(c => IsFile(c, source.File)) is { } file)
        {
            return Body(BodyKind.File, MediaTypes.IsRange(file.Key.Text) ? "application/octet-stream" : file.Key.Text, File);
        }

        if (Choose(content, t => t == "*/*") is { } any)
        {
            return Json(any, "application/json");
        }

        // The caller writes all other media types, such as XML.
        if (Choose(content, t => MediaTypes.IsText(t) || MediaTypes.IsXml(t)) is { } written)
        {
            return Body(BodyKind.Text, written.Key.Text, Text);
        }

        if (Choose(content, t => !MediaTypes.IsAnyMultipart(t)) is { } bytes)
        {
            return Body(BodyKind.File, MediaTypes.IsRange(bytes.Key.Text) ? "application/octet-stream" : bytes.Key.Text, File);
        }

        var parts = content[0];
        warn(parts.Key, source.File, $"The caller writes the parts of {parts.Key.Text} and names their boundary in ApiFile.ContentType, because only multipart/form-data is written by the client.");
        return Body(BodyKind.File, parts.Key.Text, File);

        BodyModel Json(SourceEntry media, string mediaType)
        {
            return Body(BodyKind.Json, mediaType, WithoutFiles(Type(media), media.Key, source.File));
        }

        BodyModel Form(SourceEntry media, BodyKind kind)
        {
            var type = Type(media);
            if (type.JsonKind != JsonKind.Object || (type is MapType { Value: var value } && HoldsFile(value)))
            {
                return Written(media, kind);
            }

            foreach (var field in Fields(type).Where(f => !(kind == BodyKind.Multipart && IsFileField(f))))
            {
                RefuseFiles(field, media.Key, source.File);
            }

            var encodings = ((media.Value as SourceMap)?.Map("encoding")?.Entries ?? [])
                .Where(e => e.Value is SourceMap)
                .Select(e => Encoding(e, source.File, Fields(type, e.Key.Text).FirstOrDefault(), kind));
            return Body(kind, media.Key.Text, type) with { Encodings = [.. encodings] };
        }

        BodyModel Written(SourceEntry media, BodyKind kind)
        {
            warn(media.Key, source.File, $"The caller writes the body of {media.Key.Text}, because its schema names no fields. To have the client write it, give the schema a property for each field, such as file: {{ type: string, format: binary }}.{(kind == BodyKind.Multipart ? " ApiFile.ContentType names the boundary of the parts." : "")}");
            return kind == BodyKind.Multipart ? Body(BodyKind.File, media.Key.Text, File) : Body(BodyKind.Text, media.Key.Text, Text);
        }

        BodyModel Body(BodyKind kind, string mediaType, TypeModel type)
            => new(kind, mediaType, variable, type, source.Node.Text("required") == "true", [], source.Node.Text("description")?.Trim()) { At = new ContractPlace(source.File.Path, source.Node.Start) };

        TypeModel Type(SourceEntry media) => types.Use((media.Value as SourceMap)?["schema"], source.File, operation.TypeName + "Request");
    }

    /// <summary>Builds the body of a response.</summary>
    /// <returns>The body, or null if the response has none.</returns>
    public ResponseBody? Response(ContractObject source, string place)
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
            return new ResponseBody(BodyKind.Text, text.Key.Text, Text);
        }

        if (content.FirstOrDefault(c => IsFile(c, source.File)) is { } file)
        {
            return new ResponseBody(BodyKind.File, file.Key.Text, File);
        }

        if (Choose(content, t => t == "*/*") is { } any)
        {
            return Json(any, "application/json");
        }

        // The caller reads all other media types, such as XML.
        return Choose(content, t => MediaTypes.IsText(t) || MediaTypes.IsXml(t)) is { } read
            ? new ResponseBody(BodyKind.Text, read.Key.Text, Text)
            : new ResponseBody(BodyKind.File, content[0].Key.Text, File);

        ResponseBody Json(SourceEntry media, string mediaType)
        {
            var type = types.Use((media.Value as SourceMap)?["schema"], source.File, place);
            return new ResponseBody(BodyKind.Json, mediaType, WithoutFiles(type, media.Key, source.File));
        }
    }

    /// <summary>Returns whether a value of a type can contain a file. JSON cannot.</summary>
    public bool HoldsFile(TypeModel type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (HoldsFile(type, seen))
        {
            return true;
        }

        _withoutFiles.UnionWith(seen);
        return false;
    }

    private static TypeModel Text => new PrimitiveType(Primitive.Text, IsNullable: false);

    private static TypeModel File => new FileType(IsNullable: false);

    private bool HoldsFile(TypeModel type, HashSet<string> seen)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return type switch
        {
            FileType => true,
            ListType list => HoldsFile(list.Item, seen),
            MapType map => HoldsFile(map.Value, seen),
            ClassType { Name: var name } => !_withoutFiles.Contains(name) && seen.Add(name) && types.PropertiesOf(name).Any(p => HoldsFile(p.Type, seen)),
            UnionType { Name: var name } => !_withoutFiles.Contains(name) && seen.Add(name) && types.Definition(name) is UnionModel union && union.Alternatives.Any(a => HoldsFile(a.Type, seen)),
            _ => false,
        };
    }

    private TypeModel WithoutFiles(TypeModel type, SourceNode at, SourceFile file)
    {
        var text = FilesAsText.Of(type);
        if (text != type)
        {
            warn(at, file, FilesAsText.Reason);
        }

        RefuseFiles(text, at, file);
        return text;
    }

    private void RefuseFiles(TypeModel type, SourceNode at, SourceFile file)
    {
        if (HoldsFile(type))
        {
            refuse(at, file, "a class with files outside of the multipart form that also uses it: give the form a schema of its own");
        }
    }

    private static SourceEntry? Choose(IReadOnlyList<SourceEntry> content, Func<string, bool> fits) => content.FirstOrDefault(c => fits(c.Key.Text));

    private bool IsText(SourceEntry media, SourceFile file)
        => Schema(media, file) is not { } schema || schema.Text("type") is null or "string" && schema.Text("format") != "binary" && !schema.Has("properties");

    // Bytes are not JSON, even if the media type is JSON.
    private bool IsBinary(SourceEntry media, SourceFile file) => Schema(media, file) is { } schema && schema.Text("type") == "string" && schema.Text("format") == "binary";

    private bool IsFile(SourceEntry media, SourceFile file)
        => Schema(media, file) is { } schema
            ? schema.Text("type") == "string" && schema.Text("format") is "binary" or null && !MediaTypes.IsJson(media.Key.Text)
            : !MediaTypes.IsXml(media.Key.Text) && media.Key.Text != "*/*";

    private SourceMap? Schema(SourceEntry media, SourceFile file)
        => contract.Follow((media.Value as SourceMap)?["schema"], OpenApi30.Schema, file)?.Node is { Entries.Count: > 0 } schema ? schema : null;

    // The types of the fields of a form: the properties of its class, or the values of a dictionary, whose names are arbitrary.
    private IEnumerable<TypeModel> Fields(TypeModel form, string? name = null) => form switch
    {
        ClassType type => types.PropertiesOf(type.Name).Where(p => name is null || p.WireName == name).Select(p => p.Type),
        MapType map when name is null => [map.Value],
        _ => [],
    };

    private static bool IsFileField(TypeModel field) => field is FileType or ListType { Item: FileType };

    private EncodingModel Encoding(SourceEntry entry, SourceFile file, TypeModel? field, BodyKind kind)
    {
        var node = (SourceMap)entry.Value;
        if (node.Entry("headers") is { } headers)
        {
            warn(headers.Key, file, "The headers of a part of a form are not sent.");
        }

        var style = node.Text("style");
        if (style is not (null or "form" or "spaceDelimited" or "pipeDelimited" or "deepObject"))
        {
            warn(node["style"]!, file, $"The field '{entry.Key.Text}' is written in the style form, because OpenAPI does not allow the style {style} in a form. Correct the style.");
            style = null;
        }

        var mediaType = default(string);
        // With a range, each part has its own media type.
        if (node.Text("contentType")?.Split(',')[0].Trim() is { } contentType && !MediaTypes.IsRange(contentType))
        {
            if (field is not null && !IsFileField(field) && field.JsonKind is JsonKind.Object or JsonKind.Array or JsonKind.None && !MediaTypes.IsJson(contentType))
            {
                refuse(node["contentType"]!, file, $"'{entry.Key.Text}' as {contentType}: objects and lists are written as JSON");
            }

            if (kind == BodyKind.Multipart)
            {
                mediaType = contentType;
            }
            else if (MediaTypes.IsJson(contentType))
            {
                return new EncodingModel(entry.Key.Text, null, new EncodingStyle("Json", Explode: false, AllowsReserved: false));
            }
        }

        var hasStyle = style is not null || node.Has("explode") || node.Has("allowReserved");
        if (style is not null && kind == BodyKind.Form && field is not null && _styled.Problem(field, style) is { } problem)
        {
            warn(node["style"]!, file, $"The field '{entry.Key.Text}': {problem}");
        }

        var explode = node.Text("explode") is { } text ? text == "true" : style is null or "form" or "deepObject";
        return new EncodingModel(entry.Key.Text, mediaType, hasStyle ? new EncodingStyle(Identifier.Pascal(style ?? "form", ""), explode, node.Text("allowReserved") == "true") : null);
    }
}
