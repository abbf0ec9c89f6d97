using PublicApiGenerator;

namespace Plannr.Mcp.Tests;

/// <summary>Verifies the public API of Plannr.Mcp.</summary>
public sealed class PublicApiTests
{
    [Test]
    public Task Public_api()
        => Snapshot.Verify(typeof(PlannrMcp).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n"), "txt");
}
