namespace Plannr.Reports;

/// <summary>Whose bar it is, which its colour says.</summary>
internal enum BarKind
{
    /// <summary>One that is compared with.</summary>
    Other,

    /// <summary>This repository's.</summary>
    Ours,

    /// <summary>What all are measured by.</summary>
    Floor,
}
