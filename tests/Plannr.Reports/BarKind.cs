namespace Plannr.Reports;

/// <summary>The kind of a bar, which determines its color.</summary>
internal enum BarKind
{
    /// <summary>A figure of another project.</summary>
    Other,

    /// <summary>A figure of this repository.</summary>
    Ours,

    /// <summary>The figure with which all others are compared.</summary>
    Floor,
}
