using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests that only set properties are written, and that their values are unchanged.</summary>
public sealed class JsonWritingTests
{
    [Test]
    public void Property_that_is_not_set_is_not_written()
        => Assert.That(PlannrJson.Serialize(new UpdateOAuthConnectionRequest()), Is.EqualTo("{}"));

    [Test]
    public void Property_set_to_null_is_written_as_null()
        => Assert.That(PlannrJson.Serialize(new UpdateOAuthConnectionRequest { Label = null }), Is.EqualTo("""{"label":null}"""));

    [Test]
    public void Unknown_properties_are_written()
    {
        var request = new UpdateOAuthConnectionRequest { Label = "Mine", AdditionalProperties = { ["colour"] = JToken.FromObject("red") } };

        Assert.That(PlannrJson.Serialize(request), Is.EqualTo("""{"label":"Mine","colour":"red"}"""));
    }

    [TestCase("""{"created_at":"2026-06-08T16:08:03+01:00"}""")]
    [TestCase("""{"created_at":"2025-02-20T10:13:06+00:00"}""")]
    [TestCase("""{"access_token_expires_at":"2026-02-20T10:13:06.511720Z"}""")]
    [TestCase("""{"access_token_expires_at":"2026-02-20T10:13:06.0000001Z"}""")]
    [TestCase("""{"access_token_expires_at":null}""")]
    [TestCase("""{"uuid":"8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c","refresh_authorization_url":"HTTPS://Example.test/%7Ea b"}""")]
    [TestCase("""{"provider":{"unknown":{"deep":[1,2.5,true,null,"2026-06-08"]}},"label":"\"quoted\" \\ \n 😀 é"}""")]
    [TestCase("""{"big":123456789012345678901234567890,"small":-0.1,"price":12.50,"ratio":0.1234567890123456789}""")]
    [TestCase("""{"huge":1E+300,"price":12.5}""")]
    public void Value_that_was_read_is_written_unchanged(string json)
        => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<OAuthConnection>(json)), Is.EqualTo(json));

    [TestCase("th-TH", Description = "has the Buddhist calendar")]
    [TestCase("ar-SA", Description = "has an Islamic calendar")]
    [TestCase("de-DE", Description = "has a decimal comma")]
    public void Serialization_does_not_depend_on_the_culture(string culture)
    {
        const string Json = """{"created_at":"2026-06-08T16:08:03+01:00","access_token_expires_at":"2026-06-08T19:08:03.847911Z","fee":12.5}""";
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<OAuthConnection>(Json)), Is.EqualTo(Json));
    }

    [Test]
    public void Indented_JSON_has_line_feeds_on_every_platform()
        => Assert.That(
            PlannrJson.Serialize(new UpdateOAuthConnectionRequest { Label = "Mine" }, Newtonsoft.Json.Formatting.Indented),
            Is.EqualTo("{\n  \"label\": \"Mine\"\n}"));

    [Test]
    public void Values_in_AdditionalProperties_are_written_with_their_formats()
    {
        var request = new UpdateOAuthConnectionRequest();
        request.AdditionalProperties["at"] = new JValue(new DateTimeOffset(2026, 6, 8, 16, 8, 3, TimeSpan.FromHours(1)));
        request.AdditionalProperties["id"] = new JArray(new JValue(Guid.Parse("6ff8f7f6-1eb3-3525-be4a-3932c805afed")), JValue.CreateNull());
        request.AdditionalProperties["more"] = new JObject { ["raw"] = new JRaw("[1, 2]"), ["rate"] = 1.5, ["url"] = new JValue(new Uri("https://example.test/a")), ["undefined"] = JValue.CreateUndefined() };

        Assert.That(
            PlannrJson.Serialize(request),
            Is.EqualTo("""{"at":"2026-06-08T16:08:03+01:00","id":["6ff8f7f6-1eb3-3525-be4a-3932c805afed",null],"more":{"raw":[1, 2],"rate":1.5,"url":"https://example.test/a","undefined":undefined}}"""));
    }

    [Test]
    public void AdditionalProperties_set_to_null_is_empty()
    {
        var request = new UpdateOAuthConnectionRequest { Label = "Mine", AdditionalProperties = null! };

        Assert.That(PlannrJson.Serialize(request), Is.EqualTo("""{"label":"Mine"}"""));
        Assert.That(request.AdditionalProperties, Is.Empty);
    }
}
