using System.Text.Json;
using Microsoft.Build.Framework;
using MSBuildTask = Microsoft.Build.Utilities.Task;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>
/// Replaces MSBuild's task of the same name. Records each command instead of running it, and writes the file that the targets
/// expect from the gate or NSwag.
/// </summary>
public sealed class Exec : MSBuildTask
{
    /// <summary>The environment variable with the path of the file to which commands are recorded.</summary>
    public const string LogVariable = "PLANNR_EXEC_LOG";

    [Required]
    public string Command { get; set; } = "";

    public string[] EnvironmentVariables { get; set; } = [];

    public string? WorkingDirectory { get; set; }

    public string? StandardOutputImportance { get; set; }

    public string? StandardErrorImportance { get; set; }

    public string? StdOutEncoding { get; set; }

    public bool IgnoreExitCode { get; set; }

    public bool IgnoreStandardErrorWarningFormat { get; set; }

    public bool ConsoleToMSBuild { get; set; }

    [Output]
    public int ExitCode { get; set; }

    [Output]
    public ITaskItem[] ConsoleOutput { get; set; } = [];

    public override bool Execute()
    {
        var command = new RecordedCommand(Command, EnvironmentVariables.Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]), WorkingDirectory);
        File.AppendAllLines(Environment.GetEnvironmentVariable(LogVariable)!, [JsonSerializer.Serialize(command)]);
        File.WriteAllText(command.Variables.GetValueOrDefault("OPENAPI_NORMALIZED") ?? Path.Combine(WorkingDirectory!, "contract.g.cs"), "");
        return true;
    }
}
