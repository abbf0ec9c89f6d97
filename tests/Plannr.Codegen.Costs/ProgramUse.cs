namespace Plannr.Codegen.Costs;

/// <summary>The memory and the processor time of a program.</summary>
/// <param name="PeakBytes">The peak memory in bytes.</param>
/// <param name="Processor">The processor time of all threads. Other load on the machine affects it little.</param>
internal sealed record ProgramUse(long PeakBytes, TimeSpan Processor);
