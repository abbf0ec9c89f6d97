namespace Plannr.SpecGate.Rules;

/// <summary>Which way a value goes, so that properties of the other way may be missing.</summary>
internal enum ValueDirection
{
    /// <summary>Neither: it stands in a schema, which may be used in both.</summary>
    None,

    /// <summary>To the server: <c>readOnly</c> properties may be missing.</summary>
    Request,

    /// <summary>From the server: <c>writeOnly</c> properties may be missing.</summary>
    Response,
}
