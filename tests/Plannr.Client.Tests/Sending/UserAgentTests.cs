using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;

namespace Plannr.Client.Tests.Sending;

/// <summary>Tests the User-Agent header of requests.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class UserAgentTests(Construction construction)
{
    [Test]
    public async Task User_agent_by_default_contains_the_versions_of_client_and_framework()
        => Assert.That(await SentAsync(null), Does.Match($@"^Plannr\.Client/\d+\.\d+\.\d+[-.\w]* \({System.Text.RegularExpressions.Regex.Escape(RuntimeInformation.FrameworkDescription)}\)$"));

    [TestCase("MyApplication/1.0")]
    [TestCase("MyApplication/1.0 (contact@example.com) Other/2.0")]
    public async Task User_agent_of_the_options_replaces_the_default(string userAgent)
        => Assert.That(await SentAsync(userAgent), Is.EqualTo(userAgent));

    [Test]
    public async Task Empty_user_agent_is_not_sent()
        => Assert.That(await SentAsync(""), Is.Null);

    [Test]
    public async Task User_agent_of_the_HttpClient_takes_precedence()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        var services = new ServiceCollection();
        services
            .AddPlannrClient(options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.AccessToken = Trial.Token;
                options.UserAgent = "OfTheOptions/1.0";
            })
            .ConfigureHttpClient(httpClient => httpClient.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("MyApplication", "1.0")));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IPlannrClient>().OAuthConnections.ListAsync();

        Assert.That(UserAgentOf(server.Requests.Single()), Is.EqualTo("MyApplication/1.0"));
    }

    private async Task<string?> SentAsync(string? userAgent)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = Trial.Token;
            options.UserAgent = userAgent;
        });

        await client.Client.OAuthConnections.ListAsync();

        return UserAgentOf(server.Requests.Single());
    }

    private static string? UserAgentOf(string request)
    {
        const string Header = "User-Agent: ";
        return request.Split("\r\n").SingleOrDefault(line => line.StartsWith(Header, StringComparison.Ordinal))?[Header.Length..];
    }
}
