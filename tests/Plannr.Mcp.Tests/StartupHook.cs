using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Writes the names of the assemblies that a process has loaded to a file when the process ends. The runtime calls it in each process
/// whose environment variable <c>DOTNET_STARTUP_HOOKS</c> names this assembly.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime finds it by this name.")]
internal static class StartupHook
{
    /// <summary>The environment variable that names the file.</summary>
    public const string FileVariable = "PLANNR_TEST_LOADED_ASSEMBLIES";

    /// <summary>Called by the runtime before the program starts.</summary>
    public static void Initialize()
    {
        var file = Environment.GetEnvironmentVariable(FileVariable)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(file, AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name!));
    }
}
