using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Changes;

/// <summary>A difference between two contracts.</summary>
/// <param name="Id">The kind of the change. For callers, it is oasdiff's name if oasdiff has one.</param>
/// <param name="Audience">The code that the change affects.</param>
/// <param name="Impact">The effect on that code.</param>
/// <param name="Where">The operation for callers; the type or method for C#.</param>
/// <param name="Message">A description of the change.</param>
/// <param name="File">The document that shows the change: the old one if something was removed, otherwise the new one.</param>
/// <param name="Mark">The place in that document.</param>
internal sealed record Change(string Id, Audience Audience, Impact Impact, string Where, string Message, string File, Mark Mark);
