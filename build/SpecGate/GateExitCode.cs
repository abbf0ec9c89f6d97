namespace Plannr.SpecGate;

/// <summary>
/// The exit codes of <c>specgate</c>, taken from sysexits.h. They differ from the codes of the programs that start the gate, so that
/// the build can tell them apart: 1 and 129 to 150 of <c>dotnet</c>, 126 and 127 of sh, 1, 3 and 9009 of cmd.exe, 134 of a crash.
/// </summary>
internal static class GateExitCode
{
    public const int Done = 0;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 64;

    /// <summary>The contract has errors or, with <c>--warnings-as-errors</c>, warnings. <c>Plannr.Codegen.targets</c> has the same number.</summary>
    public const int ContractHasErrors = 65;
}
