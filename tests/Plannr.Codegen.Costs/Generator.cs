namespace Plannr.Codegen.Costs;

/// <summary>A code generator.</summary>
internal enum Generator
{
    /// <summary>The gate and NSwag with our templates.</summary>
    Ours,

    /// <summary>NSwag with its own templates.</summary>
    Stock,

    /// <summary>Kiota with its defaults.</summary>
    Kiota,
}
