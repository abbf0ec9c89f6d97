using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>Replaces files by text where files are not possible, such as in JSON.</summary>
internal static class FilesAsText
{
    /// <summary>The message of the warning.</summary>
    public const string Reason = "A file (format: binary) is text here, because only a body and the fields of a multipart form can be files. For bytes in JSON, write format: byte, which is Base64.";

    public static TypeModel Of(TypeModel type) => type switch
    {
        FileType => new PrimitiveType(Primitive.Text, type.IsNullable),
        ListType list => list with { Item = Of(list.Item) },
        MapType map => map with { Value = Of(map.Value) },
        _ => type,
    };
}
