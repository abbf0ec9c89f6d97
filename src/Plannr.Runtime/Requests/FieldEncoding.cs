using System.ComponentModel;

namespace Plannr.Runtime.Requests;

/// <summary>How a field of a form is written, where that is not the usual way.</summary>
/// <param name="name">The field's name in the contract.</param>
/// <param name="mediaType">The media type of its part, in a multipart form.</param>
/// <param name="style">How a list or an object is written, in a form that is not multipart.</param>
/// <param name="explode">Whether each element is a field of its own.</param>
/// <param name="allowReserved">Whether reserved characters are sent as they are.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FieldEncoding(string name, string? mediaType = null, ParameterStyle? style = null, bool explode = true, bool allowReserved = false)
{
    internal string Name => name;

    internal string? MediaType => mediaType;

    internal ParameterStyle? Style => style;

    internal bool Explode => explode;

    internal bool AllowReserved => allowReserved;
}
