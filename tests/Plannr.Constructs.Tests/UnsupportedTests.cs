using Plannr.Constructs.Unsupported;

namespace Plannr.Constructs.Tests;

/// <summary>Tests a contract that is generated with <c>OnUnsupported="Skip"</c>.</summary>
public sealed class UnsupportedTests
{
    [Test]
    public void Unsupported_operations_and_types_are_skipped()
    {
        var types = typeof(RatesClient).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(RatesClient).Namespace).ToArray();

        Assert.That(types.Select(t => t.Name), Is.EquivalentTo(new[] { "RatesClient", "IRatesClient", "Rate" }));
        Assert.That(typeof(IRatesClient).GetMethods().Select(m => m.Name), Is.EquivalentTo(new[] { "ListAsync", "ListWithResponseAsync" }));
    }

    [Test]
    public async Task Supported_operation_beside_skipped_ones_is_sent()
        => Assert.That(await Exchange.RequestOf(RawResponse.Json(200, "[]"), c => new RatesClient(c).ListAsync()), Does.StartWith("GET /rates HTTP/1.1\n"));
}
