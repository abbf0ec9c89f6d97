using Microsoft.Build.Logging.StructuredLogger;
using LoggedTask = Microsoft.Build.Logging.StructuredLogger.Task;

namespace Plannr.Codegen.Tests;

/// <summary>What a build did.</summary>
internal sealed class BuildOutcome(bool succeeded, string output, Build log)
{
    private static readonly string GateProject = Path.GetFileName(SourceTree.SpecGate);

    public bool Succeeded => succeeded;

    /// <summary>What it printed, with paths relative to the tree.</summary>
    public string Output => output;

    /// <summary>How many times NSwag ran.</summary>
    public int Generations => Commands("OPENAPI_NSWAG").Count;

    /// <summary>How many times the spec gate ran.</summary>
    public int Gates => Commands("OPENAPI_SPECGATE").Count;

    /// <summary>How many times the spec gate's packages were restored by the build step.</summary>
    public int GateRestores => log.FindChildrenRecursive<LoggedTask>(t => t.Name == "RestoreTask" && t.GetNearestParent<Project>()!.Name == GateProject).Count;

    /// <summary>Whether MSBuild so much as opened the spec gate's project.</summary>
    public bool LooksAtGate => log.FindChildrenRecursive<ProjectEvaluation>(e => e.Name == GateProject).Count > 0;

    /// <summary>The projects that were compiled, each as often as it was.</summary>
    public IReadOnlyList<string> Compiled
        => [.. log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Csc").Select(t => t.GetNearestParent<Project>()!.Name).Order(StringComparer.Ordinal)];

    /// <summary>The target frameworks that a project was compiled for.</summary>
    public IReadOnlyList<string> CompiledFrameworks(string project)
        => Frameworks(log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Csc" && t.GetNearestParent<Project>()!.Name == Path.GetFileName(project)));

    private static IReadOnlyList<string> Frameworks(IEnumerable<LoggedTask> tasks)
        => [.. tasks.Select(t => t.GetNearestParent<Project>()!.TargetFramework).Order(StringComparer.Ordinal)];

    private IReadOnlyList<LoggedTask> Commands(string program)
        => log.FindChildrenRecursive<LoggedTask>(t => t.Name == "Exec" && t.CommandLineArguments?.Contains(program, StringComparison.Ordinal) == true);
}
