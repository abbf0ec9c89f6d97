using Plannr.Constructs.Unsupported;

namespace Plannr.Constructs.Tests;

/// <summary>A contract of a project that says <c>OnUnsupported="Skip"</c>.</summary>
public sealed class UnsupportedTests
{
    [Test]
    public void Operations_and_types_that_cannot_be_generated_are_left_out()
    {
        var types = typeof(RatesClient).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(RatesClient).Namespace).ToArray();

        Assert.That(types.Select(t => t.Name), Is.EquivalentTo(new[] { "RatesClient", "IRatesClient", "Rate" }));
        Assert.That(typeof(IRatesClient).GetMethods().Select(m => m.Name), Is.EquivalentTo(new[] { "ListAsync", "ListWithResponseAsync" }));
    }

    [Test]
    public async Task Operation_beside_those_that_are_left_out_is_sent()
        => Assert.That(await Exchange.RequestOf(RawResponse.Json(200, "[]"), c => new RatesClient(c).ListAsync()), Does.StartWith("GET /rates HTTP/1.1\n"));
}
