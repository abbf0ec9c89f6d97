using System.Net;
using Plannr.Client.Tests;

// .NET supports service points only for compatibility, but .NET Framework reads the limits of a host from them.
#pragma warning disable SYSLIB0014

namespace Plannr.Client.NetStandard.Tests;

/// <summary>Tests the limits that .NET Framework applies to each host.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class ServicePointTests(Construction construction)
{
    [Test]
    public async Task Call_lifts_the_limit_of_two_connections_for_its_host()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));
        var servicePoint = ServicePointManager.FindServicePoint(server.BaseAddress);
        servicePoint.ConnectionLimit = 2;

        await ListAsync(server);

        Assert.That(servicePoint.ConnectionLimit, Is.EqualTo(int.MaxValue));
    }

    [Test]
    public async Task Call_limits_the_lifetime_of_the_connections_to_its_host()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));
        var servicePoint = ServicePointManager.FindServicePoint(server.BaseAddress);

        await ListAsync(server);

        Assert.That(servicePoint.ConnectionLeaseTimeout, Is.EqualTo(120_000));
    }

    private async Task ListAsync(RawServer server)
    {
        await using var client = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = Trial.Token;
        });
        await client.Client.OAuthConnections.ListAsync();
    }
}
