namespace Plannr.Codegen.Costs;

/// <summary>What it costs to get an assembly from a contract.</summary>
/// <param name="Operations">The operations of the contract.</param>
/// <param name="Gate">The seconds of the gate; null where there is none.</param>
/// <param name="Generator">The seconds of NSwag, or of Kiota.</param>
/// <param name="Compiler">The seconds of the compiler.</param>
/// <param name="Programs">What these took of the machine.</param>
/// <param name="Lines">The code.</param>
/// <param name="Assembly">The assembly.</param>
internal sealed record CodegenCosts(int Operations, double? Gate, double Generator, double Compiler, BuildPrograms Programs, CodeLines Lines, AssemblySize Assembly)
{
    /// <summary>The seconds from the contract to the code.</summary>
    public double Generation => (Gate ?? 0) + Generator;

    /// <summary>The most bytes that one of the programs had.</summary>
    public long MostBytes => Math.Max(Math.Max(Programs.Gate?.PeakBytes ?? 0, Programs.Generator.PeakBytes), Programs.Compiler.PeakBytes);
}
