using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Plannr.Cli;

/// <summary>Runs Plannr.Cli, the program with all commands, which needs the .NET runtime and is in the same folder.</summary>
internal static partial class ManagedProgram
{
    private const string Advice = "Install plannr again, such as with 'dotnet tool update --global Plannr.Cli'.";

    private static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "plannr-managed.exe" : "plannr-managed");

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        if (!File.Exists(Path))
        {
            Console.Error.WriteLine($"plannr: The program {Path} is missing. {Advice}");
            return ExitCode.Failed;
        }

        return OperatingSystem.IsWindows() ? RunAndWait(arguments) : Replace(arguments);
    }

    private static int RunAndWait(string[] arguments)
    {
        // Ctrl-C goes to both programs, and the other one decides how to end.
        Console.CancelKeyPress += (_, cancel) => cancel.Cancel = true;
        using var program = Process.Start(new ProcessStartInfo(Path, arguments))!;
        program.WaitForExit();
        return program.ExitCode;
    }

    // Replaces this process, so that Plannr.Cli has its ID, terminal and signals, and no process waits for it. Returns only after a failure.
    [UnsupportedOSPlatform("windows")]
    private static int Replace(string[] arguments)
    {
        Execute(Path, [Path, .. arguments, null]);
        // Read first, because writing to Console.Error could replace the error.
        var error = Marshal.GetLastPInvokeError();
        Console.Error.WriteLine($"plannr: The program {Path} cannot be run: {Marshal.GetPInvokeErrorMessage(error)}. {Advice}");
        return ExitCode.Failed;
    }

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments);
}
