using Plannr.SpecGate.Model;

namespace Plannr.SpecGate.Modeling;

/// <summary>The type of a value that cannot be a file where it stands, such as in JSON: <c>format: binary</c> is text there.</summary>
internal static class FilesAsText
{
    /// <summary>Why, for a warning.</summary>
    public const string Reason = "A file (format: binary) is text here, because only a body and the fields of a multipart form can be files. For bytes in JSON, write format: byte, which is Base64.";

    public static TypeModel Of(TypeModel type) => type switch
    {
        FileType => new PrimitiveType(Primitive.Text, type.IsNullable),
        ListType list => list with { Item = Of(list.Item) },
        MapType map => map with { Value = Of(map.Value) },
        _ => type,
    };
}
