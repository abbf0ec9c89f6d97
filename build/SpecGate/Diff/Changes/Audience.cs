namespace Plannr.SpecGate.Diff.Changes;

/// <summary>The code that a change affects.</summary>
internal enum Audience
{
    /// <summary>Callers of the API, in any language.</summary>
    Callers,

    /// <summary>Code that compiles against the generated C#.</summary>
    CSharp,
}
