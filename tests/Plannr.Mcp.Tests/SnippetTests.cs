using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Mcp.Tests;

/// <summary>The C# that is handed out is C# that compiles.</summary>
public sealed class SnippetTests
{
    [TestCase("OAuthConnections_List")]
    [TestCase("OAuthConnections_Update")]
    [TestCase("OAuthConnections_Delete")]
    public async Task The_example_in_CSharp_compiles(string operation)
    {
        await using var connection = await Connection.OverHttpAsync();
        var example = await connection.AskAsync("get_request_example", $$$"""{"operation":"{{{operation}}}","language":"csharp"}""");

        Assert.That(Errors(example.GetProperty("code").GetString()!), Is.Empty);
    }

    [Test]
    public async Task Whatever_the_label_the_code_compiles()
    {
        await using var connection = await Connection.OverHttpAsync();
        var example = await connection.AskAsync("get_request_example", """
            {"operation":"OAuthConnections_Update","language":"csharp","arguments":{"body":{"label":"\"; throw null; // \\ \n\u2028"}}}
            """);

        Assert.That(Errors(example.GetProperty("code").GetString()!), Is.Empty);
    }

    private static IEnumerable<string> Errors(string code)
    {
        const string Usings = "global using System; global using System.Net.Http; global using System.Threading.Tasks;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Concat([typeof(PlannrJson).Assembly.Location, typeof(JToken).Assembly.Location])
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("Example", [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(Usings)], references)
            .GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.ToString());
    }
}
