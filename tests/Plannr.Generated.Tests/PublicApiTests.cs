using System.Reflection;
using System.Runtime.Loader;
using PublicApiGenerator;

namespace Plannr.Generated.Tests;

/// <summary>Verifies the public API of the generated code and the runtime.</summary>
public sealed class PublicApiTests
{
    private static readonly Assembly[] Assemblies = [typeof(OAuthConnection).Assembly, typeof(PlannrApiException).Assembly];

    [TestCase("Plannr.Generated")]
    [TestCase("Plannr.Runtime")]
    public Task Public_api(string assembly) => Snapshot.Verify(List(Named(assembly)), "txt");

    [TestCase("Plannr.Generated")]
    [TestCase("Plannr.Runtime")]
    public void Public_api_is_the_same_for_every_target_framework(string assembly)
    {
        var path = Path.Combine(TestContext.CurrentContext.TestDirectory, "netstandard2.0", assembly + ".dll");
        var netStandard = new AssemblyLoadContext("netstandard2.0").LoadFromAssemblyPath(path);

        // netstandard2.0 has no DateOnly, no trimming attributes and no System.Text.Json.
        Assert.That(
            ListCommon(netStandard).Replace("<System.DateTime>", "<System.DateOnly>", StringComparison.Ordinal),
            Is.EqualTo(string.Join('\n', ListCommon(Named(assembly)).Split('\n').Where(line => !line.Contains("CodeAnalysis.Requires", StringComparison.Ordinal)))));
    }

    private static Assembly Named(string name) => Assemblies.Single(a => a.GetName().Name == name);

    private static string List(Assembly assembly) => List(assembly, []);

    private static string ListCommon(Assembly assembly)
        => List(
            assembly,
            [.. assembly.GetExportedTypes().Where(t => !t.Name.StartsWith("SystemTextJson", StringComparison.Ordinal) && t.Name != "PlannrJsonSchema")],
            "System.Text.Json.Serialization.JsonConverterAttribute");

    private static string List(Assembly assembly, Type[] types, params string[] withoutAttributes)
        => assembly.GeneratePublicApi(new ApiGeneratorOptions
        {
            IncludeAssemblyAttributes = false,
            IncludeTypes = types.Length > 0 ? types : null,
            ExcludeAttributes = ["System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute", .. withoutAttributes],
        }).ReplaceLineEndings("\n");
}
