using System.Text.Json;
using Microsoft.Build.Framework;
using MSBuildTask = Microsoft.Build.Utilities.Task;

namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>
/// Takes the place of MSBuild's task of the same name. Records what it would run, and writes the files that the targets then
/// expect of the gate and of NSwag.
/// </summary>
public sealed class Exec : MSBuildTask
{
    /// <summary>The environment variable that names the file to record in.</summary>
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
