namespace Plannr.SpecGate.Diff;

/// <summary>Those who rely on a contract.</summary>
internal enum Audience
{
    /// <summary>Callers of the API, in any language.</summary>
    Callers,

    /// <summary>Code that compiles against the generated C#.</summary>
    CSharp,
}
