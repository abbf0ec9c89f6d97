using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Plannr.ContractFuzz.Tests.Calls;
using Plannr.ContractFuzz.Tests.Values;
using Plannr.Corpus;
using Plannr.SpecGate;
using Plannr.SpecGate.Reporting;

namespace Plannr.ContractFuzz.Tests.Trials;

/// <summary>Checks that a contract is refused with a position, or that its code matches the contract.</summary>
internal sealed partial class Trial(ContractServer server)
{
    private const int Rounds = 4;

    // The findings of these rules do not affect what the code sends and reads. All other warnings say that the code differs from the contract.
    private static readonly Rule[] Documentation = [Rule.NoDescription, Rule.NoClientError, Rule.Unused, Rule.RequiredUndefined, Rule.PathAmbiguous, Rule.NoExample, Rule.NotChecked];

    /// <summary>Checks and generates a contract, compiles its code for both target frameworks, and calls it.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="seed">The seed of the values.</param>
    /// <param name="folder">The folder of the contract and its code.</param>
    public async Task<Outcome> RunAsync(JObject contract, int seed, string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "contract.json");
        var text = contract.ToString().ReplaceLineEndings("\n");
        await File.WriteAllTextAsync(file, text);
        try
        {
            var (findings, normalized) = await Linter.NormalizeAsync(file);
            return normalized is null ? Refusal(findings, text.Count(c => c == '\n') + 1) : await GenerateAsync(file, normalized, Warnings(findings), seed);
        }
        catch (CallFault fault)
        {
            return Outcome.Failed(fault.Kind, fault.Message);
        }
#pragma warning disable CA1031 // The trial looks for all exceptions.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Outcome.Failed($"{exception.GetType().Name}: {Kind(exception.Message)}", exception.ToString());
        }
    }

    private async Task<Outcome> GenerateAsync(string file, JObject normalized, string[] warnings, int seed)
    {
        var (normalizedFile, code) = (Path.ChangeExtension(file, ".normalized.json"), Path.ChangeExtension(file, ".g.cs"));
        await File.WriteAllTextAsync(normalizedFile, normalized.ToString().ReplaceLineEndings("\n"));
        File.Delete(code);
        await NSwag.RunAsync(normalizedFile, code, Place.Namespace);
        using var assembly = new MemoryStream();
        var diagnostics = CodeCompiler.All.SelectMany(c => c.Compile(code, c == CodeCompiler.All[0] ? assembly : null)).ToArray();
        if (diagnostics.Length > 0)
        {
            return Outcome.Failed("compiler: " + Kind(diagnostics[0]), string.Join("\n", diagnostics));
        }

        if (warnings.Length > 0)
        {
            return Outcome.Compiled(warnings);
        }

        assembly.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var exchange = new Exchange(await OriginalContract.ReadAsync(file), context.LoadFromStream(assembly), server, Guid.NewGuid().ToString("N"), new Draw(~seed));
            return Outcome.Generated(await exchange.RunAsync(Rounds));
        }
        finally
        {
            context.Unload();
        }
    }

    private static string[] Warnings(Findings findings) => [.. findings.Select(f => f.Rule).Except(Documentation).Select(r => r.Code)];

    private static Outcome Refusal(IEnumerable<Finding> findings, int lines)
    {
        var errors = findings.Where(f => f.Rule.IsError).ToArray();
        return Array.Find(errors, e => e.Mark.Line < 1 || e.Mark.Line > lines || e.Mark.Column < 1) is { } nowhere
            ? Outcome.Failed("a refusal without a position", nowhere.ToString())
            : Outcome.Refused([.. errors.Select(e => e.Rule == Rule.NotGenerated || e.Rule == Rule.NotRead ? $"{e.Rule.Code} {Kind(e.Message.Replace("The templates in build/templates cannot generate ", "", StringComparison.Ordinal))}" : e.Rule.Code).Distinct()]);
    }

    // Replaces the names and numbers of the contract in a message.
    private static string Kind(string message)
        => Numbers().Replace(Quoted().Replace(message.Split('\n')[0], "'...'"), "#");

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<=\()\d+(?=\))|\bv?\d+\b(?!\.\d)")]
    private static partial Regex Numbers();
}
