namespace Plannr.SpecGate.Diff.Changes;

/// <summary>The effect of a change on existing code.</summary>
internal enum Impact
{
    /// <summary>Existing code continues to work.</summary>
    Compatible,

    /// <summary>Existing code may stop working, depending on how it is written.</summary>
    Risky,

    /// <summary>Existing code stops working.</summary>
    Breaking,
}
