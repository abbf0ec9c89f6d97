using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>Tests generated types as bodies and results of an ASP.NET Core application.</summary>
[TestFixture(false)]
[TestFixture(true)]
public sealed class MinimalApiTests(bool withoutReflection)
{
    private const string Connection = """{"uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","created_at":"2026-06-08T16:08:03+05:00","label":null,"unknown":{"price":12.50,"large":123456789012345678901234567890}}""";

    private MinimalApi _api = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _api = await MinimalApi.StartAsync(withoutReflection);
        _client = _api.CreateClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _api.DisposeAsync();
    }

    [TestCase("connections")]
    [TestCase("results")]
    [TestCase("typed-results")]
    public async Task Object_is_returned_with_its_nulls_unknown_properties_digits_and_offsets(string path)
        => Assert.That(await SendAsync(path, Connection), Is.EqualTo((HttpStatusCode.OK, Connection)));

    [Test]
    public async Task Generated_types_within_a_type_of_the_application_are_returned_unchanged()
    {
        var json = $$"""{"connection":{{Connection}},"pets":[{"pet_type":"dog","pack":"north","bark":"loud"},{"pet_type":"Parrot"}],"codes":{"+":1,"other":null},"scalar":2.50}""";

        var (status, body) = await SendAsync("holders", json);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(json)), body);
    }

    [TestCase("connections", """{"uuid":"secret"}""")]
    [TestCase("connections", """["secret"]""")]
    [TestCase("holders", """{"pets":["secret"],"codes":{}}""")]
    [TestCase("holders", """{"pets":[],"codes":{"a":"secret"}}""")]
    public async Task Invalid_body_returns_400_without_revealing_its_values(string path, string json)
    {
        var (status, body) = await SendAsync(path, json);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(body, Does.Not.Contain("secret"));
    }

    [TestCase("signs/%3C?priority=1&other=%3C%3D&codes=200&codes=3000000000", "< 1 <= 200,3000000000")]
    [TestCase("signs/%3C?priority=1", "< 1  ")]
    [TestCase("signs/unnamed?priority=-7&other=a%20b", "unnamed -7 a b ")]
    [TestCase("codes/9223372036854775807", "9223372036854775807")]
    public async Task Enumeration_as_route_or_query_parameter_accepts_named_and_unnamed_values(string path, string expected)
        => Assert.That(await GetAsync(path), Is.EqualTo((HttpStatusCode.OK, expected)));

    [TestCase("signs/%3C")]
    [TestCase("signs/%3C?priority=Low")]
    [TestCase("signs/%3C?priority=9223372036854775808")]
    [TestCase("signs/%3C?priority=1&codes=1.5")]
    [TestCase("codes/9223372036854775808")]
    public async Task Missing_or_invalid_integer_enumeration_as_parameter_returns_400(string path)
        => Assert.That((await GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var response = await _client.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(path, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
