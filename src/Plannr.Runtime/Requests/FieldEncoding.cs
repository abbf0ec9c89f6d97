using System.ComponentModel;

namespace Plannr.Runtime.Requests;

/// <summary>Specifies the encoding of a form field that differs from the default.</summary>
/// <param name="name">The name of the field in the contract.</param>
/// <param name="mediaType">The media type of the part, in a multipart form.</param>
/// <param name="style">The serialization style of a list or an object, in a form that is not multipart.</param>
/// <param name="explode">Whether each element is a separate field.</param>
/// <param name="allowReserved">Whether reserved characters are sent without escaping.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldEncoding(string name, string? mediaType = null, ParameterStyle? style = null, bool explode = true, bool allowReserved = false)
{
    internal string Name => name;

    internal string? MediaType => mediaType;

    internal ParameterStyle? Style => style;

    internal bool Explode => explode;

    internal bool AllowReserved => allowReserved;
}
