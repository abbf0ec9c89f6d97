namespace Plannr.Corpus;

/// <summary>What can become of a document.</summary>
internal enum OutcomeKind
{
    /// <summary>Its code was generated, and compiles without a warning.</summary>
    Generated,

    /// <summary>The gate refuses it at a line.</summary>
    Refused,

    /// <summary>The gate, NSwag or the compiler failed.</summary>
    Failed,
}
