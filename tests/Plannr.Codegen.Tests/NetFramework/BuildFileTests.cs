using System.Xml.Linq;

namespace Plannr.Codegen.Tests.NetFramework;

/// <summary>MSBuild.exe of Visual Studio runs on .NET Framework, so build files may call only functions that exist there.</summary>
public sealed class BuildFileTests
{
    private static readonly FrameworkAssemblies Framework = new();

    [Test]
    public void Functions_of_all_build_files_exist_on_NET_Framework()
    {
        var files = SourceTree.BuildFiles().Select(f => new BuildFile(f.Path, f.Document)).ToArray();

        Assert.That(files.SelectMany(f => f.PropertyExpressions()).Select(e => e.Type), Is.SupersetOf(new[] { "MSBuild", "System.IO.File", null }), "The search must find the functions.");
        Assert.That(files.SelectMany(Framework.Missing), Is.Empty);
    }

    [TestCase("$([System.IO.Path]::GetRelativePath('a', 'b'))")]
    [TestCase("$([MSBuild]::NormalizePath('$([System.IO.Path]::GetRelativePath($(A), '$(B)'))'))")]
    [TestCase("$([System.String]::Join(';', 'a').Contains('b', StringComparison.Ordinal))")]
    [TestCase("$(A.ReplaceLineEndings())")]
    [TestCase("$(A.Trim().Length.GetTypeCodes())")]
    [TestCase("$([System.OperatingSystem]::IsWindows())")]
    [TestCase("$([MSBuild]::NormalizePaths('a'))")]
    [TestCase("$([MSBuild]::MakeRelative('a'))")]
    [TestCase("@(A->Counts())")]
    public void Function_that_NET_Framework_lacks_is_reported(string expression) => Assert.That(Framework.Missing(Read(expression)).ToArray(), Has.Length.EqualTo(1));

    [TestCase("$([System.IO.Path]::Combine('$(A)', 'b', 'c')) and $(A) $(A-b_c)")]
    [TestCase("$([MSBuild]::MakeRelative('a', \"it's (b)\"))")]
    [TestCase("$([System.Version]::Parse('1.0').Major)")]
    [TestCase("$(A.substring(0, 3).Replace('(', '$(B)').Length)")]
    [TestCase("$([MSBuild]::GetTargetFrameworkIdentifier('a').TrimStart('.'))")]
    [TestCase("@(A->Count()) @(A->'%(Filename)'->Distinct()) @(A->FullPath()) @(A->Replace('a', 'b'))")]
    public void Function_that_NET_Framework_has_is_not_reported(string expression) => Assert.That(Framework.Missing(Read(expression)), Is.Empty);

    private static BuildFile Read(string text) => new("some.targets", new XDocument(new XElement("Project", text)));
}
