namespace Plannr.Codegen.Costs;

/// <summary>Makes code from a contract.</summary>
internal enum Generator
{
    /// <summary>The gate, and NSwag with our templates.</summary>
    Ours,

    /// <summary>NSwag with its own templates.</summary>
    Stock,

    /// <summary>Kiota with its defaults.</summary>
    Kiota,
}
