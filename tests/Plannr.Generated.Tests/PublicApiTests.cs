using System.Reflection;
using System.Runtime.Loader;
using PublicApiGenerator;

namespace Plannr.Generated.Tests;

/// <summary>What applications compile against.</summary>
public sealed class PublicApiTests
{
    [Test]
    public Task Public_api() => Snapshot.Verify(List(typeof(OAuthConnection).Assembly), "txt");

    [Test]
    public void Public_api_is_the_same_for_every_target_framework()
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "netstandard2.0", "Plannr.Generated.dll");
        var netStandard = new AssemblyLoadContext("netstandard2.0").LoadFromAssemblyPath(path);

        // Which has no DateOnly, and knows nothing of trimming.
        Assert.That(
            List(netStandard).Replace("<System.DateTime>", "<System.DateOnly>", StringComparison.Ordinal),
            Is.EqualTo(string.Join('\n', List(typeof(OAuthConnection).Assembly).Split('\n').Where(line => !line.Contains("CodeAnalysis.Requires", StringComparison.Ordinal)))));
    }

    private static string List(Assembly assembly)
        => assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false, ExcludeAttributes = ["System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute"] }).ReplaceLineEndings("\n");
}
