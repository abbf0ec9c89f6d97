namespace Plannr.Codegen.Costs;

/// <summary>What a program took.</summary>
/// <param name="PeakBytes">The memory it had at most, in bytes.</param>
/// <param name="Processor">The time of all its threads on a processor, which what else the machine does changes little.</param>
internal sealed record ProgramUse(long PeakBytes, TimeSpan Processor);
