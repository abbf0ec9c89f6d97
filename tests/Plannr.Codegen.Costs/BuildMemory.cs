using System.Globalization;

namespace Plannr.Codegen.Costs;

/// <summary>How much memory the programs that a build starts had at most, by their own account at their end; in bytes.</summary>
internal sealed class BuildMemory
{
    /// <summary>The environment variable that names the file to write to.</summary>
    public const string LogVariable = "PLANNR_COSTS_MEMORY_LOG";

    private readonly ILookup<string, long> _peaks;

    private BuildMemory(ILookup<string, long> peaks) => _peaks = peaks;

    /// <summary>The gate's; null where it did not run.</summary>
    public long? Gate => _peaks.Contains("specgate") ? Single("specgate") : null;

    /// <summary>NSwag's, or Kiota's.</summary>
    public long Generator => Single(_peaks.Contains("kiota") ? "kiota" : "dotnet-nswag");

    public long Compiler => Single("csc");

    /// <summary>The variables of a build whose programs are to write into this file.</summary>
    public static Dictionary<string, string?> Variables(string log)
        => new() { ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location, [LogVariable] = log };

    public static BuildMemory Read(string log)
        => new(File.ReadAllLines(log).Select(line => line.Split(' ')).ToLookup(words => words[0], words => long.Parse(words[1], CultureInfo.InvariantCulture)));

    // A program that did not run, or ran twice, would be measured wrongly without a word.
    private long Single(string program)
        => _peaks[program].ToArray() is [var peak] ? peak : throw new InvalidOperationException($"{program} ran {_peaks[program].Count()} times in a build in which it must run once.");
}
