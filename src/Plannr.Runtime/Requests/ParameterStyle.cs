using System.ComponentModel;

namespace Plannr.Runtime.Requests;

/// <summary>How a parameter is written as text (https://spec.openapis.org/oas/v3.0.4.html#style-values).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary><c>a,b</c>: of a path, or of a header.</summary>
    Simple,

    /// <summary><c>.a,b</c>: of a path.</summary>
    Label,

    /// <summary><c>;name=a,b</c>: of a path.</summary>
    Matrix,

    /// <summary><c>name=a,b</c> or <c>name=a&amp;name=b</c>: of a query, a cookie or a form.</summary>
    Form,

    /// <summary><c>name=a%20b</c>: of a query or a form.</summary>
    SpaceDelimited,

    /// <summary><c>name=a|b</c>: of a query or a form.</summary>
    PipeDelimited,

    /// <summary><c>name[key]=value</c>: of a query or a form.</summary>
    DeepObject,

    /// <summary>As JSON.</summary>
    Json,
}
