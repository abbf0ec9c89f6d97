using System.Diagnostics;

namespace Plannr.SpecGate.Tests;

/// <summary>specgate as a process of its own.</summary>
public sealed class ProgramTests
{
    [TestCase("lint {0}/clean.yaml", ExitCode.Done)]
    [TestCase("lint {0}/clean.yaml --warnings-as-errors", ExitCode.Done)]
    [TestCase("lint {0}/documentation.yaml", ExitCode.Done)]
    [TestCase("lint {0}/documentation.yaml --warnings-as-errors", ExitCode.ContractHasErrors)]
    [TestCase("lint {0}/ten-mistakes.yaml", ExitCode.ContractHasErrors)]
    [TestCase("lint {0}/not-there.yaml", ExitCode.ContractHasErrors)]
    [TestCase("lint {0}/not-generated-types.yaml --on-unsupported Error", ExitCode.ContractHasErrors)]
    [TestCase("lint {0}/not-generated-types.yaml --on-unsupported Skip", ExitCode.Done)]
    [TestCase("normalize {0}/not-generated-types.yaml skipped.json --on-unsupported Skip", ExitCode.Done)]
    [TestCase("lint {0}/clean.yaml --on-unsupported Ignore", ExitCode.Usage)]
    [TestCase("lint", ExitCode.Usage)]
    [TestCase("lint {0}/clean.yaml --nonsense", ExitCode.Usage)]
    [TestCase("", ExitCode.Usage)]
    public async Task It_exits_with(string arguments, int exitCode)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("specgate.dll");
        foreach (var argument in arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            start.ArgumentList.Add(argument.Replace("{0}", "Contracts", StringComparison.Ordinal));
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.EqualTo(exitCode), await output + await error);
        Assert.That(await error, exitCode == ExitCode.Usage ? Does.StartWith("specgate lint CONTRACT") : Is.Empty);
    }
}
