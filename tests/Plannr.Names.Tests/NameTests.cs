using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Corpus;
using Plannr.SpecGate;
using Plannr.SpecGate.Modeling.Names;

namespace Plannr.Names.Tests;

/// <summary>Generates code from contracts with awkward names. The code must compile without warnings and keep the names in JSON.</summary>
public sealed class NameTests
{
    private static IEnumerable<string> Roles => NameContracts.ByRole.Keys;

    [TestCaseSource(nameof(Roles))]
    public async Task Code_of_a_contract_with_awkward_names_compiles(string role)
    {
        var code = await GenerateAsync(role.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-'), NameContracts.ByRole[role]());

        // Only a schema can have the name of a type that exists in only one of the frameworks.
        AssertCompiles(code, role.StartsWith("schema", StringComparison.Ordinal) ? CodeCompiler.All : [CodeCompiler.All[0]]);
    }

    [TestCase("System")]
    [TestCase("Exception")]
    [TestCase("Shop.Task")]
    [TestCase("Shop.System.Collections")]
    [TestCase("Guid.Uri.DateOnly")]
    [TestCase("Newtonsoft.Json")]
    [TestCase("Shop.Plannr.Newtonsoft")]
    [TestCase("Plannr.Generated.Runtime")]
    [TestCase("Plannr.Runtime")]
    [TestCase("Plannr.Runtime.Json")]
    [TestCase("Shop.Pet.PetsClient")]
    public async Task Code_in_a_namespace_with_the_name_of_a_type_compiles(string rootNamespace)
        => AssertCompiles(await GenerateAsync(rootNamespace, NameContracts.Everything(), rootNamespace), CodeCompiler.All);

    [Test]
    public async Task Property_with_an_awkward_name_is_read_and_written_with_this_name()
    {
        var code = await GenerateAsync("round-trip", NameContracts.ByRole["property, alone"]());
        using var stream = new MemoryStream();
        Assert.That(CodeCompiler.All[0].Compile(code, stream), Is.Empty);
        var types = Assembly.Load(stream.ToArray());
        var json = Assembly.LoadFrom(CodeCompiler.All[0].Runtime).GetType("Plannr.Generated.PlannrJson", throwOnError: true)!;

        Assert.Multiple(() =>
        {
            foreach (var (name, index) in AwkwardNames.All.Select((name, index) => (name, index)))
            {
                var type = types.GetType($"Corpus.Schema{index}", throwOnError: true)!;
                var text = new JObject { [name] = "the value" }.ToString(Formatting.None);
                var value = json.GetMethod("Deserialize", [typeof(string)])!.MakeGenericMethod(type).Invoke(null, [text])!;
                var property = type.GetProperties().Single(p => p.PropertyType == typeof(string));
                Assert.That(property.GetValue(value), Is.EqualTo("the value"), $"{property.Name} reads '{name}'");
                Assert.That(json.GetMethods().Single(m => m is { Name: "Serialize", IsGenericMethod: false }).Invoke(null, [value, Formatting.None]), Is.EqualTo(text), $"{property.Name} is written as '{name}'");
            }
        });
    }

    [Test]
    public void Type_that_generated_code_uses_without_its_namespace_is_a_reserved_name()
    {
        var snapshots = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Plannr.Constructs.Tests", "Snapshots"), "*.verified.cs");
        var compilation = CodeCompiler.All[0].Read(snapshots);
        var named = from tree in compilation.SyntaxTrees
                    let model = compilation.GetSemanticModel(tree)
                    from name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
                    where !name.IsVar && name.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax or QualifiedCrefSyntax) && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
                    let symbol = model.GetSymbolInfo(name).Symbol
                    let type = symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : null)
                    where type is not null && type.ContainingAssembly.Name != compilation.AssemblyName
                    select name.Identifier.Text;

        Assert.That(named.Distinct().Except(RuntimeTypes.Names).Order(StringComparer.Ordinal), Is.Empty, "Add these names to RuntimeTypes.Names: a type of the contract with such a name would hide the type that the code uses.");
    }

    private static async Task<string> GenerateAsync(string stem, JObject contract, string rootNamespace = "Corpus")
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "generated")).FullName;
        var (source, normalizedFile, code) = (Path.Combine(folder, stem + ".json"), Path.Combine(folder, stem + ".normalized.json"), Path.Combine(folder, stem + ".g.cs"));
        await File.WriteAllTextAsync(source, contract.ToString().ReplaceLineEndings("\n"));
        var (findings, normalized) = await Linter.NormalizeAsync(source);
        Assert.That(normalized, Is.Not.Null, () => "The gate refuses the contract:\n" + string.Join("\n", findings.Where(f => f.Rule.IsError)));
        await File.WriteAllTextAsync(normalizedFile, normalized!.ToString().ReplaceLineEndings("\n"));
        File.Delete(code);
        Assert.That(await CodeGenerator.RunAsync(normalizedFile, code, rootNamespace), Is.Null, "NSwag failed.");
        return code;
    }

    private static void AssertCompiles(string code, IEnumerable<CodeCompiler> compilers)
        => Assert.That(compilers.SelectMany(c => c.Compile(code)), Is.Empty, () => "The compiler reports warnings or errors in " + code);
}
