using Microsoft.Build.Logging.StructuredLogger;
using LoggedTask = Microsoft.Build.Logging.StructuredLogger.Task;

namespace Plannr.Codegen.Tests;

/// <summary>The outcome of a build.</summary>
internal sealed class BuildOutcome(bool succeeded, string output, Build log)
{
    private static readonly string GateProject = Path.GetFileName(SourceTree.SpecGate);

    public bool Succeeded => succeeded;

    /// <summary>Gets the output, with paths relative to the tree.</summary>
    public string Output => output;

    /// <summary>Gets the number of runs of NSwag.</summary>
    public int Generations => Commands("OPENAPI_NSWAG").Count;

    /// <summary>Gets the number of runs of the spec gate.</summary>
    public int Gates => Commands("OPENAPI_SPECGATE").Count;

    /// <summary>Gets the number of restores of the spec gate's packages by the build step.</summary>
    public int GateRestores => log.FindChildrenRecursive<LoggedTask>(t => t.Name == "RestoreTask" && t.GetNearestParent<Project>()!.Name == GateProject).Count;

    /// <summary>Gets a value that indicates whether MSBuild evaluated the spec gate's project.</summary>
    public bool EvaluatesGate => log.FindChildrenRecursive<ProjectEvaluation>(e => e.Name == GateProject).Count > 0;

    /// <summary>Gets the projects that were compiled, one entry for each compilation.</summary>
    public IReadOnlyList<string> Compiled
        => [.. log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Csc").Select(t => t.GetNearestParent<Project>()!.Name).Order(StringComparer.Ordinal)];

    /// <summary>Returns the target frameworks for which a project was compiled.</summary>
    public IReadOnlyList<string> CompiledFrameworks(string project)
        => Frameworks(log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Csc" && t.GetNearestParent<Project>()!.Name == Path.GetFileName(project)));

    private static IReadOnlyList<string> Frameworks(IEnumerable<LoggedTask> tasks)
        => [.. tasks.Select(t => t.GetNearestParent<Project>()!.TargetFramework).Order(StringComparer.Ordinal)];

    private IReadOnlyList<LoggedTask> Commands(string program)
        => log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Exec" && t.CommandLineArguments?.Contains(program, StringComparison.Ordinal) == true);
}
