using Microsoft.Build.Logging.StructuredLogger;
using LoggedTask = Microsoft.Build.Logging.StructuredLogger.Task;

namespace Plannr.Codegen.Costs;

/// <summary>The durations of the parts of a build, read from its log.</summary>
internal sealed class BuildTimes(Build log)
{
    public TimeSpan Gate => Command("OPENAPI_SPECGATE");

    /// <summary>Gets the duration of NSwag or Kiota.</summary>
    public TimeSpan Generator => Command("dotnet-nswag.dll", "OPENAPI_NSWAG", "kiota.dll");

    public TimeSpan Compiler => Single("Csc", log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Csc"));

    // The command line of the build step contains an environment variable for the program, that of the stock project its path.
    private TimeSpan Command(params string[] names)
        => Single(names[0], log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Exec" && names.Any(name => t.CommandLineArguments?.Contains(name, StringComparison.Ordinal) == true)));

    // Without this check, a part that did not run or ran twice would result in wrong figures.
    private static TimeSpan Single(string part, IReadOnlyList<LoggedTask> tasks)
        => tasks is [var task] ? task.Duration : throw new InvalidOperationException($"{part} ran {tasks.Count} times in a build in which it must run once.");
}
