using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;
using Plannr.Corpus;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Diff.CSharp;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.CompiledDiff.Tests;

/// <summary>
/// Compares the C# part of the diff with compiled code, generated from contracts and from mutations of them. The diff must report a
/// change if their public APIs differ, and a breaking change if a caller of the old code does not compile against the new code.
/// </summary>
public sealed class CSharpDiffTests
{
    /// <summary>The environment variable with the number of mutations of each contract. <c>tests/compiled-diff.sh</c> sets it.</summary>
    private const string CountVariable = "PLANNR_DIFF_MUTATIONS";

    private const int DefaultCount = 3;

    // Callers may still compile after these changes, but a name has another value, or arguments are swapped.
    private static readonly string[] Silent = ["enumeration-member-value-changed", "argument-order-changed", "argument-added"];

    // These contracts have lists of themselves and numbers of 34 digits, or refer to $defs, which the mutated contract does not contain.
    private static readonly string[] NotMutated = ["schemas.yaml", "Unsupported.yaml", "References31.yaml"];

    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<(GeneratedApi Api, string Mutation)>>>> Generated = new(StringComparer.Ordinal);

    private static string[] Contracts => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "contracts"), "*.yaml").Select(f => Path.GetFileName(f)).Except(NotMutated).Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Contracts))]
    public async Task Diff_reports_a_change_if_and_only_if_the_public_API_differs(string contract)
    {
        var apis = await Generated.GetOrAdd(contract, c => new(() => GenerateAsync(c))).Value;

        foreach (var (old, _) in apis)
        {
            foreach (var (now, mutation) in apis.Where(a => a.Api != old))
            {
                var changes = CSharpDiff.Compare(old.Model, now.Model);
                Assert.That(changes.Any(), Is.EqualTo(old.PublicCSharp != now.PublicCSharp), () => $"{mutation}\n{string.Join('\n', changes.Select(c => $"{c.Id} {c.Where}: {c.Message}"))}\n--- old\n{old.PublicCSharp}\n--- new\n{now.PublicCSharp}");
            }
        }
    }

    [TestCaseSource(nameof(Contracts))]
    public async Task Change_is_breaking_if_and_only_if_a_caller_of_the_old_code_does_not_compile(string contract)
    {
        var apis = await Generated.GetOrAdd(contract, c => new(() => GenerateAsync(c))).Value;
        var old = apis[0].Api;
        var caller = CallerCode.Of(old.Assembly);
        Assert.That(CodeCompiler.All[0].CompileCaller(caller, old.AssemblyFile), Is.Empty, "The caller must compile against the old code.");

        foreach (var (now, mutation) in apis.Skip(1))
        {
            var breaking = CSharpDiff.Compare(old.Model, now.Model).Where(c => c.Impact == Impact.Breaking).ToArray();
            var problems = CodeCompiler.All[0].CompileCaller(caller, now.AssemblyFile);
            if (breaking.Length == 0 || breaking.Any(c => !Silent.Contains(c.Id)))
            {
                Assert.That(problems.Any(), Is.EqualTo(breaking.Length > 0), () => $"{mutation}\n{string.Join('\n', breaking.Select(c => $"{c.Id} {c.Where}: {c.Message}"))}\n{string.Join('\n', problems)}");
            }
        }
    }

    private static async Task<IReadOnlyList<(GeneratedApi Api, string Mutation)>> GenerateAsync(string contract)
    {
        var folder = Directory.CreateTempSubdirectory("plannr-diff-").FullName;
        CopyParts(folder);
        var root = Read(contract);
        var apis = new List<(GeneratedApi, string)> { (await WriteAsync(root) ?? throw new InvalidOperationException($"The gate refuses {contract}."), "") };
        var wanted = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), out var count) ? count : DefaultCount;
        var mutations = Mutations.Of(root).ToArray();
        // Each run uses the same mutations.
        new Random(contract.Length).Shuffle(mutations);
        foreach (var mutation in mutations)
        {
            if (apis.Count > wanted)
            {
                break;
            }

            var mutated = (JObject)root.DeepClone();
            mutation.Apply(mutated);
            if (await WriteAsync(mutated) is { } api)
            {
                apis.Add((api, mutation.Name));
            }
        }

        return apis;

        Task<GeneratedApi?> WriteAsync(JObject document)
        {
            var file = Path.Combine(folder, $"{Guid.NewGuid():N}.json");
            File.WriteAllText(file, document.ToString());
            return GeneratedApi.OfAsync(file);
        }
    }

    // The gate's own reader keeps the order of the keys.
    private static JObject Read(string contract)
    {
        var findings = new Findings();
        var root = (JObject)OpenApiContract.Read(Path.Combine(AppContext.BaseDirectory, "contracts", contract), findings).Root.ToJson();
        Assert.That(findings.HasErrors, Is.False);
        return root;
    }

    private static void CopyParts(string folder)
    {
        var parts = Path.Combine(AppContext.BaseDirectory, "contracts", "Parts");
        foreach (var file in Directory.Exists(parts) ? Directory.GetFiles(parts) : [])
        {
            Directory.CreateDirectory(Path.Combine(folder, "Parts"));
            File.Copy(file, Path.Combine(folder, "Parts", Path.GetFileName(file)));
        }
    }
}
