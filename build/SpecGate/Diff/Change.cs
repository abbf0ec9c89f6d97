using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>A difference between two contracts.</summary>
/// <param name="Id">Its kind; for callers oasdiff's name for it, where oasdiff has one.</param>
/// <param name="Audience">Whom it concerns.</param>
/// <param name="Impact">What it does to them.</param>
/// <param name="Where">For callers the operation, for C# the type or method.</param>
/// <param name="Message">What changed.</param>
/// <param name="File">The document that shows it: the new one, or the old one for what was removed.</param>
/// <param name="Mark">The place in that document.</param>
internal sealed record Change(string Id, Audience Audience, Impact Impact, string Where, string Message, string File, Mark Mark);
