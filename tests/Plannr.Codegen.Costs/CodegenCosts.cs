namespace Plannr.Codegen.Costs;

/// <summary>The costs of an assembly that is built from a contract.</summary>
/// <param name="Operations">The number of operations in the contract.</param>
/// <param name="Gate">The time of the gate in seconds; null without a gate.</param>
/// <param name="Generator">The time of NSwag or Kiota in seconds.</param>
/// <param name="Compiler">The time of the compiler in seconds.</param>
/// <param name="Programs">The memory and the processor time of these programs.</param>
/// <param name="Lines">The lines of the code.</param>
/// <param name="Assembly">The size of the assembly.</param>
internal sealed record CodegenCosts(int Operations, double? Gate, double Generator, double Compiler, BuildPrograms Programs, CodeLines Lines, AssemblySize Assembly)
{
    /// <summary>Gets the time from the contract to the code in seconds.</summary>
    public double Generation => (Gate ?? 0) + Generator;

    /// <summary>Gets the peak memory of the programs in bytes.</summary>
    public long PeakBytes => Math.Max(Math.Max(Programs.Gate?.PeakBytes ?? 0, Programs.Generator.PeakBytes), Programs.Compiler.PeakBytes);
}
