using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Plannr.Codegen.Costs;

/// <summary>
/// The runtime calls this class before a program's own code in every process with this assembly in <c>DOTNET_STARTUP_HOOKS</c>. At its
/// end, the process reports its peak memory and processor time, which other processes cannot read on every system.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime requires the type to be outside of namespaces.")]
internal static class StartupHook
{
    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) => WriteUse();

    private static void WriteUse()
    {
        if (Environment.GetEnvironmentVariable(BuildPrograms.LogVariable) is { } log && Assembly.GetEntryAssembly()?.GetName().Name is { } program)
        {
            using var process = Process.GetCurrentProcess();
            File.AppendAllText(log, string.Create(CultureInfo.InvariantCulture, $"{program} {process.PeakWorkingSet64} {process.TotalProcessorTime.Ticks}\n"));
        }
    }
}
