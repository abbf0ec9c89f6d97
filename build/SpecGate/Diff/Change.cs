using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>A difference between two contracts.</summary>
/// <param name="Id">Its kind; oasdiff's name for it where oasdiff has one.</param>
/// <param name="Callers">What it does to callers of the API, in any language.</param>
/// <param name="CSharp">What it does to code that compiles against the generated C#.</param>
/// <param name="Where">The operation, and the place in it.</param>
/// <param name="Message">What changed, and for whom it matters.</param>
/// <param name="File">The document that shows it: the new one, or the old one for what is gone.</param>
/// <param name="Mark">The place in that document.</param>
internal sealed record Change(string Id, Impact Callers, Impact CSharp, string Where, string Message, string File, Mark Mark);
