namespace Plannr.SpecGate.Diff;

/// <summary>What a change does to those who rely on the contract.</summary>
internal enum Impact
{
    /// <summary>What they have goes on working.</summary>
    Compatible,

    /// <summary>What they have may stop working, depending on how they wrote it.</summary>
    Risky,

    /// <summary>What they have stops working.</summary>
    Breaking,
}
