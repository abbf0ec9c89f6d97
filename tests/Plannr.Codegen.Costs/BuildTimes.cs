using Microsoft.Build.Logging.StructuredLogger;
using LoggedTask = Microsoft.Build.Logging.StructuredLogger.Task;

namespace Plannr.Codegen.Costs;

/// <summary>How long the parts of a build took, by its log.</summary>
internal sealed class BuildTimes(Build log)
{
    public TimeSpan Gate => Command("OPENAPI_SPECGATE");

    /// <summary>NSwag's, or Kiota's.</summary>
    public TimeSpan Generator => Command("dotnet-nswag.dll", "OPENAPI_NSWAG", "kiota.dll");

    public TimeSpan Compiler => Single("Csc", log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Csc"));

    // The build step names the program by an environment variable, the stock project by its path.
    private TimeSpan Command(params string[] names)
        => Single(names[0], log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Exec" && names.Any(name => t.CommandLineArguments?.Contains(name, StringComparison.Ordinal) == true)));

    // A part that did not run, or ran twice, would be measured wrongly without a word.
    private static TimeSpan Single(string part, IReadOnlyList<LoggedTask> tasks)
        => tasks is [var task] ? task.Duration : throw new InvalidOperationException($"{part} ran {tasks.Count} times in a build in which it must run once.");
}
