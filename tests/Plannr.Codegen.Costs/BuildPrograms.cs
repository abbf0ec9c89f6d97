using System.Globalization;

namespace Plannr.Codegen.Costs;

/// <summary>What the programs that a build starts took, by their own account at their end.</summary>
internal sealed class BuildPrograms
{
    /// <summary>The environment variable that names the file to write to.</summary>
    public const string LogVariable = "PLANNR_COSTS_PROGRAM_LOG";

    private readonly ILookup<string, ProgramUse> _programs;

    private BuildPrograms(ILookup<string, ProgramUse> programs) => _programs = programs;

    /// <summary>The gate's; null where it did not run.</summary>
    public ProgramUse? Gate => _programs.Contains("specgate") ? Single("specgate") : null;

    /// <summary>NSwag's, or Kiota's.</summary>
    public ProgramUse Generator => Single(_programs.Contains("kiota") ? "kiota" : "dotnet-nswag");

    public ProgramUse Compiler => Single("csc");

    /// <summary>The variables of a build whose programs are to write into this file.</summary>
    public static Dictionary<string, string?> Variables(string log)
        => new() { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location, [LogVariable] = log };

    public static BuildPrograms Read(string log)
        => new(File.ReadAllLines(log).Select(line => line.Split(' ')).ToLookup(words => words[0], words => new ProgramUse(long.Parse(words[1], CultureInfo.InvariantCulture), TimeSpan.FromTicks(long.Parse(words[2], CultureInfo.InvariantCulture)))));

    // A program that did not run, or ran twice, would be measured wrongly without a word.
    private ProgramUse Single(string program)
        => _programs[program].ToArray() is [var use] ? use : throw new InvalidOperationException($"{program} ran {_programs[program].Count()} times in a build in which it must run once.");
}
