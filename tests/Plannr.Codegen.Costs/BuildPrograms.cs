using System.Globalization;

namespace Plannr.Codegen.Costs;

/// <summary>The memory and the processor time of the programs that a build starts, as they report when they end.</summary>
internal sealed class BuildPrograms
{
    /// <summary>The environment variable with the path of the file to which the programs report.</summary>
    public const string LogVariable = "PLANNR_COSTS_PROGRAM_LOG";

    private readonly ILookup<string, ProgramUse> _programs;

    private BuildPrograms(ILookup<string, ProgramUse> programs) => _programs = programs;

    /// <summary>Gets the use of the gate; null if it did not run.</summary>
    public ProgramUse? Gate => _programs.Contains("specgate") ? Single("specgate") : null;

    /// <summary>Gets the use of NSwag or Kiota.</summary>
    public ProgramUse Generator => Single(_programs.Contains("kiota") ? "kiota" : "dotnet-nswag");

    public ProgramUse Compiler => Single("csc");

    /// <summary>Returns the environment variables of a build whose programs report to a file.</summary>
    public static Dictionary<string, string?> Variables(string log)
        => new() { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location, [LogVariable] = log };

    public static BuildPrograms Read(string log)
        => new(File.ReadAllLines(log).Select(line => line.Split(' ')).ToLookup(words => words[0], words => new ProgramUse(long.Parse(words[1], CultureInfo.InvariantCulture), TimeSpan.FromTicks(long.Parse(words[2], CultureInfo.InvariantCulture)))));

    // Without this check, a program that did not run or ran twice would result in wrong figures.
    private ProgramUse Single(string program)
        => _programs[program].ToArray() is [var use] ? use : throw new InvalidOperationException($"{program} ran {_programs[program].Count()} times in a build in which it must run once.");
}
