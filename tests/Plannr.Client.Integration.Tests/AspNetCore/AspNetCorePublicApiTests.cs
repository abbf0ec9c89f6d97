using Plannr.AspNetCore;
using PublicApiGenerator;

namespace Plannr.Client.Integration.Tests.AspNetCore;

/// <summary>Verifies the public API of Plannr.AspNetCore.</summary>
public sealed class AspNetCorePublicApiTests
{
    [Test]
    public Task Public_api()
    {
        // The extension methods are in a namespace of ASP.NET Core.
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, AllowNamespacePrefixes = ["Microsoft.AspNetCore.Builder"] };
        return Snapshot.Verify(typeof(PlannrWebhookBody).Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n"), "txt");
    }
}
