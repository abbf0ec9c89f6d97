using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Plannr.Codegen.Costs;

/// <summary>
/// What the runtime calls before a program's own code, in every process whose <c>DOTNET_STARTUP_HOOKS</c> names this assembly:
/// only the process itself knows at its end, and on every system, how much memory it had at most and how long it computed.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for it outside of any.")]
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
