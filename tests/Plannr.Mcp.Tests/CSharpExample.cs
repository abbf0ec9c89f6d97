using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Plannr.Mcp.Tests;

/// <summary>Compiles applications that documentation shows.</summary>
internal static class CSharpExample
{
    // All tests share them, because the compiler keeps what it reads of them.
    private static readonly MetadataReference[] References
        = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Returns the errors and warnings of an application with top-level statements.</summary>
    public static IEnumerable<string> ProblemsOf(string code, string usings)
        => CSharpCompilation.Create(
                "application",
                [CSharpSyntaxTree.ParseText(usings), CSharpSyntaxTree.ParseText(code)],
                References,
                new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable))
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString());
}
