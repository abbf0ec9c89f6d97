using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Plannr.Corpus;

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
        var references = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, framework + ".txt"));
        _references = [.. references.Select(path => MetadataReference.CreateFromFile(path))];
        Runtime = references.Single(path => Path.GetFileName(path) == "Plannr.Runtime.dll");
    }

    /// <summary>Gets a compiler for each target framework.</summary>
    public static IReadOnlyList<CodeCompiler> All { get; } = [new("net10.0", "NET", "NET10_0", "NET10_0_OR_GREATER"), new("netstandard2.0", "NETSTANDARD", "NETSTANDARD2_0")];

    /// <summary>Gets the path of the runtime assembly against which the code is compiled.</summary>
    public string Runtime { get; }

    /// <summary>Compiles code that uses generated code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="generated">The path of the assembly of the generated code.</param>
    /// <returns>The errors; empty if there are none.</returns>
    public IReadOnlyList<string> CompileCaller(string code, string generated)
    {
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.CSharp14));
        var compilation = CSharpCompilation.Create("Caller", [tree], [.. _references, MetadataReference.CreateFromFile(generated)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString())];
    }

    /// <summary>Compiles a file of generated code.</summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="assembly">Receives the assembly; null to discard it.</param>
    /// <param name="caller">The path of a caller, which becomes part of the assembly; null for none.</param>
    /// <returns>The errors and warnings, errors first; empty if there are none.</returns>
    public IReadOnlyList<string> Compile(string file, MemoryStream? assembly = null, string? caller = null)
    {
        using var documentation = new MemoryStream();
        var result = Read(caller is null ? [file] : [file, caller]).Emit(assembly ?? new MemoryStream(), xmlDocumentationStream: documentation);
        return
        [
            .. from diagnostic in result.Diagnostics
               where diagnostic.Severity >= DiagnosticSeverity.Warning
               orderby diagnostic.Severity descending, diagnostic.Location.SourceSpan.Start
               let place = diagnostic.Location.GetLineSpan()
               select $"{_framework}: ({place.StartLinePosition.Line + 1}) {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
        ];
    }

    /// <summary>Creates the compilation of several files of generated code.</summary>
    public CSharpCompilation Read(IEnumerable<string> files)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose, preprocessorSymbols: _symbols);
        // Like a build, allows newer versions of referenced assemblies.
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file), Encoding.UTF8), parsing, file));
        return CSharpCompilation.Create("Corpus", trees, _references, options);
    }
}
