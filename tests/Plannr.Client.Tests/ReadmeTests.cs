using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Plannr.Client.Tests;

/// <summary>The applications in README.md, as a reader would copy them.</summary>
public sealed class ReadmeTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static IEnumerable<TestCaseData> Applications()
        => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n")
            .Split("```csharp\n").Skip(1)
            .Select((block, index) => new TestCaseData(block.Split("\n```")[0]).SetArgDisplayNames($"{index + 1}"));

    [TestCaseSource(nameof(Applications))]
    public void An_application_of_the_README_compiles(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            "application",
            [CSharpSyntaxTree.ParseText(ImplicitUsings), CSharpSyntaxTree.ParseText(code)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        var problems = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

        Assert.That(problems, Is.Empty, code);
    }

    [Test]
    public void The_README_has_an_application_of_five_lines_and_one_of_ten()
    {
        var lines = Applications().Select(application => ((string)application.Arguments[0]!).Split('\n').Count(line => line.Length > 0)).ToArray();

        Assert.That(lines[0], Is.LessThanOrEqualTo(5), "The plain one.");
        Assert.That(lines[1], Is.LessThanOrEqualTo(10), "The one with dependency injection.");
    }
}
