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
/// The C# half of the diff against the truth: contracts and mutations of them are generated and compiled. Their public API decides
/// whether there is a change; a caller that compiles against the old code decides whether it is breaking.
/// </summary>
public sealed class CSharpDiffTests
{
    /// <summary>How many mutations of each contract are tried; the suite for all of them sets it.</summary>
    private const string CountVariable = "PLANNR_DIFF_MUTATIONS";

    private const int UsualCount = 3;

    // Code with them compiles and means something else: the same name stands for another value, or the arguments for one another.
    private static readonly string[] Silent = ["enumeration-member-value-changed", "argument-order-changed", "argument-added"];

    // They have lists of themselves and numbers of 34 digits, or refer to $defs, which are no part of the rewritten contract that is mutated.
    private static readonly string[] NotMutated = ["schemas.yaml", "Unsupported.yaml", "References31.yaml"];

    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<(GeneratedApi Api, string Mutation)>>>> Generated = new(StringComparer.Ordinal);

    private static string[] Contracts => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "contracts"), "*.yaml").Select(f => Path.GetFileName(f)).Except(NotMutated).Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Contracts))]
    public async Task Diff_finds_a_change_exactly_where_the_public_API_differs(string contract)
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
    public async Task Change_is_breaking_exactly_where_a_caller_of_the_old_code_does_not_compile(string contract)
    {
        var apis = await Generated.GetOrAdd(contract, c => new(() => GenerateAsync(c))).Value;
        var old = apis[0].Api;
        var caller = CallerCode.Of(old.Assembly);
        Assert.That(CodeCompiler.All[0].CompileCaller(caller, old.AssemblyFile), Is.Empty, "the caller compiles against the code that it was written for");

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
        var wanted = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), out var count) ? count : UsualCount;
        var mutations = Mutations.Of(root).ToArray();
        // The same ones at each run.
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
