using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Plannr.Compilation;

/// <summary>Compiles generated code in memory, as strictly as the repository compiles its own.</summary>
internal sealed class CodeCompiler
{
    private readonly string _framework;
    private readonly MetadataReference[] _references;
    private readonly string[] _symbols;

    private CodeCompiler(string framework, params string[] symbols)
    {
        _framework = framework;
        _symbols = symbols;
        _references = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, framework + ".txt")).Select(path => MetadataReference.CreateFromFile(path))];
    }

    /// <summary>The compiler for .NET 10.</summary>
    public static CodeCompiler Modern { get; } = new("net10.0", "NET", "NET10_0", "NET10_0_OR_GREATER");

    /// <summary>A compiler for each target framework.</summary>
    public static IReadOnlyList<CodeCompiler> All { get; } = [Modern, new("netstandard2.0", "NETSTANDARD", "NETSTANDARD2_0")];

    /// <summary>Compiles a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="assembly">Receives the assembly; null if nobody needs it.</param>
    /// <returns>What the compiler complains of, errors first; nothing if all is well.</returns>
    public IReadOnlyList<string> Compile(string file, Stream? assembly = null)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose, preprocessorSymbols: _symbols);
        // Every reference is taken as newer versions of itself, as in any build.
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
        using var stream = File.OpenRead(file);
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(stream), parsing, file);
        var compilation = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(file), [tree], _references, options);
        using var discarded = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(assembly ?? discarded, xmlDocumentationStream: documentation);
        return
        [
            .. from diagnostic in result.Diagnostics
               where diagnostic.Severity >= DiagnosticSeverity.Warning
               orderby diagnostic.Severity descending, diagnostic.Location.SourceSpan.Start
               let place = diagnostic.Location.GetLineSpan()
               select $"{_framework}: ({place.StartLinePosition.Line + 1}) {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
        ];
    }
}
