using System.ComponentModel;

namespace Plannr.Runtime.Requests;

/// <summary>Specifies how a parameter is serialized (https://spec.openapis.org/oas/v3.0.4.html#style-values).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterStyle
{
    /// <summary><c>a,b</c>, in a path or a header.</summary>
    Simple,

    /// <summary><c>.a,b</c>, in a path.</summary>
    Label,

    /// <summary><c>;name=a,b</c>, in a path.</summary>
    Matrix,

    /// <summary><c>name=a,b</c> or <c>name=a&amp;name=b</c>, in a query, a cookie or a form.</summary>
    Form,

    /// <summary><c>name=a%20b</c>, in a query or a form.</summary>
    SpaceDelimited,

    /// <summary><c>name=a|b</c>, in a query or a form.</summary>
    PipeDelimited,

    /// <summary><c>name[key]=value</c>, in a query or a form.</summary>
    DeepObject,

    /// <summary>JSON, in any place.</summary>
    Json,
}
