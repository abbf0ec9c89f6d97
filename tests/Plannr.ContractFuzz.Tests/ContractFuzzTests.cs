using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.ContractFuzz.Tests.Calls;
using Plannr.ContractFuzz.Tests.Contracts;
using Plannr.ContractFuzz.Tests.Trials;

namespace Plannr.ContractFuzz.Tests;

/// <summary>Tests random contracts. The gate must refuse a contract with a position, or its code must match the contract.</summary>
public sealed class ContractFuzzTests
{
    // tests/fuzz-contracts.sh sets other values.
    private static readonly int Contracts = Setting("PLANNR_FUZZ_CONTRACTS", 30);
    private static readonly int Seed = Setting("PLANNR_FUZZ_SEED", 1);
    private static readonly int Shrinks = Setting("PLANNR_FUZZ_SHRINKS", 0);
    private static readonly string? File = Environment.GetEnvironmentVariable("PLANNR_FUZZ_FILE");

    [Test]
    public async Task Random_contract_is_refused_with_a_position_or_its_code_matches_it()
    {
        await using var server = await ContractServer.StartAsync();
        var (trial, tally, faults) = (new Trial(server), new Tally(), new List<string>());
        await Parallel.ForEachAsync(Enumerable.Range(Seed, Contracts), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, cancellationToken) =>
        {
            var contract = File is null ? ContractGenerator.Generate(new Draw(seed)) : JObject.Parse(await System.IO.File.ReadAllTextAsync(File, cancellationToken));
            var folder = Path.Combine(Place.Work, seed.ToString(CultureInfo.InvariantCulture));
            var outcome = await trial.RunAsync(contract, seed, folder);
            var isFirst = false;
            lock (tally)
            {
                tally.Add(seed, outcome);
                isFirst = outcome.Fault is not null && !faults.Any(f => f.Contains(outcome.Fault, StringComparison.Ordinal));
                if (outcome.Fault is not null)
                {
                    faults.Add($"seed {seed}: {outcome.Fault}\n{outcome.Details}\n");
                }
            }

            if (outcome.Fault is null)
            {
                Directory.Delete(folder, recursive: true);
            }
            else
            {
                TestContext.Progress.WriteLine($"seed {seed}: {outcome.Fault}");
                await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "fault.txt"), outcome.Details, cancellationToken);
                if (isFirst && Shrinks > 0)
                {
                    await ShrinkAsync(trial, contract, seed, folder);
                }
            }
        });

        TestContext.Progress.WriteLine($"Seed {Seed}. {tally}");
        Assert.That(faults, Is.Empty, $"The contracts are in {Place.Work}, each in a folder named after its seed. To repeat one: tests/fuzz-contracts.sh 1 --seed SEED");
        Assert.That(File is not null || tally.Generated * 100 >= Contracts * 60, Is.True, $"The gate must accept at least 60 percent of the contracts, or the test covers too little.\n{tally}");
    }

    private static async Task ShrinkAsync(Trial trial, JObject contract, int seed, string folder)
    {
        var smaller = Path.Combine(folder, "smaller");
        var shrinking = new Shrinking(async c => (await trial.RunAsync(c, seed, smaller)).Fault, Shrinks);
        var smallest = await shrinking.ShrinkAsync(contract);
        var fault = await trial.RunAsync(smallest, seed, smaller);
        TestContext.Progress.WriteLine($"seed {seed}, shrunk: {Path.Combine(smaller, "contract.json")}\n{smallest.ToString(Newtonsoft.Json.Formatting.None)}\n{fault.Details?.Split("\n   at ")[0]}");
    }

    private static int Setting(string name, int defaultValue) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : defaultValue;
}
