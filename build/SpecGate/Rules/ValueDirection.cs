namespace Plannr.SpecGate.Rules;

/// <summary>Whether a value is part of requests or responses. Properties of the other direction may be missing.</summary>
internal enum ValueDirection
{
    /// <summary>Unknown: the value is part of a schema, which may be used in both directions.</summary>
    None,

    /// <summary>A request: <c>readOnly</c> properties may be missing.</summary>
    Request,

    /// <summary>A response: <c>writeOnly</c> properties may be missing.</summary>
    Response,
}
