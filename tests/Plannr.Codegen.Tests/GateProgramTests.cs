using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Plannr.Codegen.Tests;

/// <summary>Runs specgate as a process.</summary>
public sealed class GateProgramTests
{
    // The exit codes that build/SpecGate/README.md documents.
    private const int Done = 0;
    private const int Usage = 64;
    private const int ContractHasErrors = 65;

    [TestCase("lint {0}/clean.yaml", Done)]
    [TestCase("lint {0}/clean.yaml --warnings-as-errors", Done)]
    [TestCase("lint {0}/documentation.yaml", Done)]
    [TestCase("lint {0}/documentation.yaml --warnings-as-errors", ContractHasErrors)]
    [TestCase("lint {0}/ten-mistakes.yaml", ContractHasErrors)]
    [TestCase("lint {0}/not-there.yaml", ContractHasErrors)]
    [TestCase("lint {0}/not-generated-types.yaml --on-unsupported Error", ContractHasErrors)]
    [TestCase("lint {0}/not-generated-types.yaml --on-unsupported Skip", Done)]
    [TestCase("normalize {0}/not-generated-types.yaml skipped.json --on-unsupported Skip", Done)]
    [TestCase("lint {0}/clean.yaml --on-unsupported Ignore", Usage)]
    [TestCase("lint", Usage)]
    [TestCase("lint {0}/clean.yaml --nonsense", Usage)]
    [TestCase("", Usage)]
    public async Task Command_exits_with_the_expected_code(string arguments, int exitCode)
    {
        var (actual, output, error) = await RunAsync(arguments);

        Assert.That(actual, Is.EqualTo(exitCode), output + error);
        Assert.That(error, exitCode == Usage ? Does.StartWith("specgate lint CONTRACT") : Is.Empty);
    }

    [Test]
    public async Task Normalize_prints_five_findings_of_a_rule_and_the_command_that_prints_all()
    {
        var output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var shown = (await RunAsync("normalize {0}/directions.yaml " + output)).Output;
        var all = (await RunAsync("lint {0}/directions.yaml")).Output;
        File.Delete(output);

        var rules = all.Split('\n').GroupBy(Code).Where(r => r.Key.Length > 0).ToDictionary(r => r.Key, r => r.Count());
        Assert.That(rules.Values, Has.Some.GreaterThan(6));
        Assert.That(shown.Split('\n').GroupBy(Code).Where(r => r.Key.Length > 0).ToDictionary(r => r.Key, r => r.Count()), Is.EqualTo(rules.ToDictionary(r => r.Key, r => Math.Min(r.Value, 6))));
        Assert.That(shown, Does.Match("starting here: .* run: dotnet \".*specgate.dll\" lint \".*directions.yaml\""));

        static string Code(string line) => Regex.Match(line, "OAS[0-9]{3}").Value;
    }

    [Test]
    public async Task Lint_with_explain_also_prints_each_rewritten_keyword_with_its_position()
    {
        var explained = (await RunAsync("lint {0}/version-3.1.yaml --explain")).Output;
        var plain = (await RunAsync("lint {0}/version-3.1.yaml")).Output;

        Assert.That(explained, Does.StartWith(plain));
        Assert.That(explained[plain.Length..].Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Exactly(1).Matches(@"version-3\.1\.yaml\(14,\d+\): 'const' is read as an enum with one value\.\r?$"));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string arguments)
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

        return (process.ExitCode, await output, await error);
    }
}
