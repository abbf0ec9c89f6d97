namespace Plannr.Corpus;

/// <summary>The kinds of outcomes.</summary>
internal enum OutcomeKind
{
    /// <summary>The code was generated and compiles without warnings.</summary>
    Generated,

    /// <summary>The gate refuses the document with a position.</summary>
    Refused,

    /// <summary>The gate, NSwag or the compiler failed.</summary>
    Failed,
}
