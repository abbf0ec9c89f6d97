namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Replaces Base64 content by <c>format: byte</c>, and content that is neither text, JSON nor XML by <c>format: binary</c>.</summary>
internal static class ContentRewriting
{
    public static void Apply(SchemaDraft draft)
    {
        var (encoding, mediaType) = (draft.Entry("contentEncoding"), draft.Entry("contentMediaType"));
        draft.Remove("contentEncoding");
        draft.Remove("contentMediaType");
        // A nullable string has two types here.
        if ((encoding ?? mediaType) is not { Key.Start: var at } || draft.Types().Any(t => t is not ("string" or "null")))
        {
            return;
        }

        var format = (encoding?.Value, mediaType?.Value) switch
        {
            (Source.SourceScalar { Text: var name }, _) => name.Equals("base64", StringComparison.OrdinalIgnoreCase) ? "byte" : null,
            (null, Source.SourceScalar { Text: var type }) when !MediaTypes.IsText(type) && !MediaTypes.IsJson(type) && !MediaTypes.IsXml(type) => "binary",
            _ => null,
        };
        if (format is null)
        {
            draft.Explain(at, $"The text is read as it is: .NET has no type for this '{(encoding is null ? "contentMediaType" : "contentEncoding")}'.");
            return;
        }

        if (!draft.Has("type"))
        {
            draft.Set("type", "string", at);
        }

        draft.Set("format", format, at);
        draft.Explain(at, $"The text is read as format: {format}.");
    }
}
