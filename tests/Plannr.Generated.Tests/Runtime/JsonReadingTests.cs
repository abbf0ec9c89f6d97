using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests the pitfalls of reading JSON with Newtonsoft.Json, through real calls.</summary>
public sealed class JsonReadingTests
{
    [Test]
    public async Task String_that_looks_like_a_date_is_kept_in_AdditionalProperties()
    {
        var connection = await Calls.ReadConnectionAsync("""{"seen_at":"2026-06-08T16:08:03.10+01:00"}""");

        Assert.That(connection.AdditionalProperties["seen_at"].Type, Is.EqualTo(JTokenType.String));
        Assert.That(connection.AdditionalProperties["seen_at"].Value<string>(), Is.EqualTo("2026-06-08T16:08:03.10+01:00"));
    }

    [TestCase("2026-06-08T16:08:03", Description = "has no offset")]
    [TestCase("03/04/2024", Description = "is ambiguous")]
    [TestCase("2026-06-08", Description = "has no time")]
    [TestCase("2026-06-08 16:08:03+01:00", Description = "has a space instead of T")]
    [TestCase("never")]
    public void Invalid_timestamp_throws_with_its_place(string timestamp)
    {
        var exception = Assert.ThrowsAsync<PlannrApiException>(
            () => Calls.ReadConnectionAsync($$"""{"access_token_expires_at":"{{timestamp}}"}"""));

        Assert.That(exception!.Message, Does.Contain("its JSON does not match the contract at 'access_token_expires_at'"));
        Assert.That(exception.ToString(), Does.Not.Contain(timestamp));
    }

    [TestCase("2026-06-08T16:08:03+01:00", "2026-06-08T16:08:03.0000000+01:00")]
    [TestCase("2026-06-08T19:08:03.847911Z", "2026-06-08T19:08:03.8479110+00:00")]
    [TestCase("2026-06-08T19:08:03.8479115Z", "2026-06-08T19:08:03.8479115+00:00")]
    [TestCase("2025-02-20T10:13:06-05:30", "2025-02-20T10:13:06.0000000-05:30")]
    public async Task Timestamp_keeps_its_digits_and_offset(string timestamp, string expected)
    {
        var connection = await Calls.ReadConnectionAsync($$"""{"created_at":"{{timestamp}}"}""");

        Assert.That(connection.CreatedAt!.Value.ToString("O"), Is.EqualTo(expected));
    }

    [TestCase("""{"access_token_expires_at":null}""", true)]
    [TestCase("""{"access_token_expires_at":""}""", true)]
    [TestCase("""{"access_token_expires_at":" "}""", true)]
    [TestCase("{}", false)]
    public async Task Blank_timestamp_is_read_as_null(string body, bool isSpecified)
    {
        var connection = await Calls.ReadConnectionAsync(body);

        Assert.That(connection.AccessTokenExpiresAt, Is.Null);
        Assert.That(PlannrJson.IsSet(connection, nameof(connection.AccessTokenExpiresAt)), Is.EqualTo(isSpecified));
    }

    [Test]
    public void Body_that_is_not_JSON_throws_without_quoting_it()
    {
        var exception = Assert.ThrowsAsync<PlannrApiException>(() => Calls.ReadConnectionAsync("secret"));

        Assert.That(exception!.Message, Does.EndWith("returned status 200, but its body is not JSON."));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }

    [TestCase("")]
    [TestCase(" ")]
    public async Task Blank_UUID_and_URL_are_read_as_null(string blank)
    {
        var connection = await Calls.ReadConnectionAsync($$"""{"uuid":"{{blank}}","refresh_authorization_url":"{{blank}}"}""");

        Assert.That(connection.Uuid, Is.Null);
        Assert.That(connection.RefreshAuthorizationUrl, Is.Null);
    }

    [Test]
    public async Task Malformed_URL_is_read_as_null()
    {
        var connection = await Calls.ReadConnectionAsync("""{"provider":{"logo_url":"http://[","label":"Fundment"},"label":"Mine"}""");

        Assert.That(connection.Provider!.LogoUrl, Is.Null);
        Assert.That(connection.Provider.Label, Is.EqualTo("Fundment"));
        Assert.That(connection.Label, Is.EqualTo("Mine"));
    }

    [TestCase("""{"uuid":"secret-4711"}""", "'uuid' (line 1, position 21)")]
    [TestCase("""{"uuid":4711}""", "'uuid' (line 1, position 12)")]
    [TestCase("""{"provider":["secret-4711"]}""", "'provider' (line 1, position 13)")]
    [TestCase("""{"provider":{"logo_url":{"secret-4711":1}}}""", "'provider.logo_url' (line 1, position 25)")]
    [TestCase("""{"label":{"secret-4711":1}}""", "'label' (line 1, position 10)")]
    [TestCase("""{"label":"secret-4711" secret-4711}""", "'label' (line 1, position 23)")]
    [TestCase("{\"label\":\n", "'label' (line 2, position 0)")]
    [TestCase("[4711]", "line 1, position 1")]
    public void Body_that_does_not_match_the_contract_throws_with_its_place_and_without_its_value(string body, string place)
    {
        var exception = Assert.ThrowsAsync<PlannrApiException>(() => Calls.ReadConnectionAsync(body));

        Assert.That(exception!.Message, Is.EqualTo(
            "PUT /api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed returned status 200, "
            + $"but its JSON does not match the contract at {place}."));
        Assert.That(exception.ToString(), Does.Not.Contain("4711"));
        Assert.That(exception.ResponseBody, Is.EqualTo(body));
    }

    [TestCase("""{"label":"Mine"}{}""")]
    [TestCase("""{"label":"Mine"} trailing""")]
    public void Text_after_the_JSON_throws(string body)
        => Assert.ThrowsAsync<PlannrApiException>(() => Calls.ReadConnectionAsync(body));

    [TestCase("", "its body is empty instead of JSON.")]
    [TestCase(" \n", "its body is empty instead of JSON.")]
    [TestCase("null", "its JSON is null.")]
    public void Success_without_a_value_throws(string body, string problem)
    {
        var exception = Assert.ThrowsAsync<PlannrApiException>(() => Calls.ReadConnectionAsync(body));

        Assert.That(exception!.Message, Does.EndWith(problem));
    }

    [Test]
    public async Task Properties_named_like_the_metadata_of_Newtonsoft_are_kept()
    {
        var connection = await Calls.ReadConnectionAsync("""{"$type":"System.Object","$id":"1","$ref":"2","$values":[3],"label":"Mine"}""");

        Assert.That(connection.AdditionalProperties.Keys, Is.EqualTo(new[] { "$type", "$id", "$ref", "$values" }));
        Assert.That(connection.Label, Is.EqualTo("Mine"));
    }

    [Test]
    public void Deeply_nested_JSON_throws()
    {
        var body = string.Concat(Enumerable.Repeat("{\"a\":", 10_000));

        Assert.ThrowsAsync<PlannrApiException>(() => Calls.ReadConnectionAsync(body));
    }

    [TestCase(191, "", Description = "The path has 200 characters.")]
    [TestCase(192, "...")]
    [TestCase(1000, "...")]
    public void Path_is_truncated_after_200_characters_and_its_control_characters_are_replaced(int length, string end)
    {
        var exception = Assert.Throws<JsonSerializationException>(
            () => PlannrJson.Deserialize<ApiError>($$"""{ "errors": { "a\u001b{{new string('b', length)}}": 1 } }"""));

        var path = "errors.a?" + new string('b', 191) + end;
        Assert.That(exception!.Message, Does.Contain($" at '{path}' (line 1"));
    }

    [Test]
    [NonParallelizable] // JsonConvert.DefaultSettings affects the whole process.
    public async Task Default_settings_of_the_application_are_ignored()
    {
        JsonConvert.DefaultSettings = () => new JsonSerializerSettings
        {
            DateParseHandling = DateParseHandling.DateTime,
            MissingMemberHandling = MissingMemberHandling.Error,
            ContractResolver = new Newtonsoft.Json.Serialization.DefaultContractResolver { NamingStrategy = new Newtonsoft.Json.Serialization.KebabCaseNamingStrategy() },
        };
        try
        {
            var connection = await Calls.ReadConnectionAsync("""{"label":"Mine","seen":"2026-06-08T16:08:03Z"}""");
            Assert.That(connection.AdditionalProperties["seen"].Type, Is.EqualTo(JTokenType.String));
            Assert.That(PlannrJson.Serialize(connection), Is.EqualTo("""{"label":"Mine","seen":"2026-06-08T16:08:03Z"}"""));
        }
        finally
        {
            JsonConvert.DefaultSettings = null;
        }
    }

    [Test]
    public void Deserialize_with_invalid_JSON_throws_with_the_place_and_without_the_value()
    {
        var exception = Assert.Throws<JsonSerializationException>(() => PlannrJson.Deserialize<OAuthConnection>("""{"uuid":"secret"}"""));

        Assert.That(exception!.Message, Is.EqualTo("The JSON is not a valid OAuthConnection: its JSON does not match the contract at 'uuid' (line 1, position 16)."));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }

    [TestCase("12.50")]
    [TestCase("0.0000000000000000000000000001")]
    [TestCase("-1234567890123456789012345.678")]
    [TestCase("1E-30")]
    [TestCase("1.5E+300")]
    [TestCase("0.0")]
    public async Task Number_in_AdditionalProperties_keeps_its_value(string number)
    {
        var connection = await Calls.ReadConnectionAsync($$"""{"label":"1E-99 \" 1e999","more":{{number}}}""");

        Assert.That(PlannrJson.Serialize(connection), Does.EndWith($"\"more\":{number}}}"));
    }
}
