namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests responses that are not a documented success.</summary>
public sealed class ErrorTests
{
    [Test]
    public async Task Documented_error_is_typed()
    {
        var exception = await Calls.FailWithAsync(RawResponse.Json(401, """{"message":"Unauthenticated."}""", "X-Ratelimit-Remaining: 5"));

        Assert.That(exception, Is.TypeOf<PlannrApiException<ApiError>>());
        Assert.That(((PlannrApiException<ApiError>)exception).Error.Message, Is.EqualTo("Unauthenticated."));
        Assert.That(exception.StatusCode, Is.EqualTo(401));
        Assert.That(exception.Headers["X-Ratelimit-Remaining"], Is.EqualTo(new[] { "5" }));
        Assert.That(exception.ResponseBody, Is.EqualTo("""{"message":"Unauthenticated."}"""));
    }

    [Test]
    public async Task Validation_error_has_its_fields()
    {
        var exception = await Calls.FailWithAsync(RawResponse.Json(422, """{"message":"No.","errors":{"label":["Too long.","Too dull."]}}"""));

        var error = ((PlannrApiException<ApiError>)exception).Error;
        Assert.That(error.Errors!["label"], Is.EqualTo(new[] { "Too long.", "Too dull." }));
    }

    [TestCase("""{"errors":{"label":"Too long."}}""")]
    [TestCase("""{"errors":{ "other":["No."], "label": /* one */ "Too long.", "code":"7" }, "message":"No."}""")]
    [TestCase("""{"code":1e999,"errors":{"label":"Too long."}}""")]
    public async Task Validation_error_with_a_string_instead_of_a_list_reads_a_list_of_one(string body)
    {
        var exception = await Calls.FailWithAsync(RawResponse.Json(422, body));

        Assert.That(exception, Is.TypeOf<PlannrApiException<ApiError>>());
        Assert.That(((PlannrApiException<ApiError>)exception).Error.Errors!["label"], Is.EqualTo(new[] { "Too long." }));
    }

    [Test]
    public async Task Validation_error_in_another_charset_with_a_string_instead_of_a_list_reads_a_list_of_one()
    {
        var body = System.Text.Encoding.Latin1.GetBytes("""{"errors":{"label":"Zu lang für uns."}}""");

        var exception = await Calls.FailWithAsync(RawResponse.Of(422, body, "Content-Type: application/json; charset=iso-8859-1"));

        Assert.That(((PlannrApiException<ApiError>)exception).Error.Errors!["label"], Is.EqualTo(new[] { "Zu lang für uns." }));
    }

    [TestCase("7")]
    [TestCase("true")]
    [TestCase("{}")]
    [TestCase("""{"0":"Too long."}""")]
    public async Task Validation_error_with_another_value_instead_of_a_list_is_not_typed(string value)
        => Assert.That(await Calls.FailWithAsync(RawResponse.Json(422, $$$"""{"errors":{"label":{{{value}}}}}""")), Is.TypeOf<PlannrApiException>());

    [Test]
    public async Task Success_with_a_string_instead_of_a_list_throws()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"events":"account.created"}"""));
        using var httpClient = server.CreateClient();

        Assert.That(
            () => new WebhookSubscriptionsClient(httpClient).GetAsync(Calls.Uuid),
            Throws.TypeOf<PlannrApiException>().With.Message.Contains("does not match the contract at 'events'"));
    }

    [Test]
    public async Task Error_without_a_documented_body_is_not_typed()
    {
        var exception = await Calls.FailWithAsync(RawResponse.Json(429, """{"message":"Too Many Attempts."}"""));

        Assert.That(exception, Is.TypeOf<PlannrApiException>());
        Assert.That(exception.ResponseBody, Is.EqualTo("""{"message":"Too Many Attempts."}"""));
    }

    [TestCase("text/html", "<html>Bad gateway</html>")]
    [TestCase("application/json", "[]")]
    [TestCase("application/json", "")]
    [TestCase("application/json", "null")]
    [TestCase("application/json", "{")]
    public async Task Error_that_does_not_match_the_contract_keeps_its_status_and_body(string contentType, string body)
    {
        var exception = await Calls.FailWithAsync(RawResponse.Of(502, System.Text.Encoding.UTF8.GetBytes(body), $"Content-Type: {contentType}"));

        Assert.That(exception, Is.TypeOf<PlannrApiException>());
        Assert.That(exception.StatusCode, Is.EqualTo(502));
        Assert.That(exception.ResponseBody, Is.EqualTo(body));
    }

    [TestCase(201)]
    [TestCase(204)]
    [TestCase(304)]
    public async Task Success_that_is_not_documented_throws(int status)
        => Assert.That((await Calls.FailWithAsync(RawResponse.Head(status))).StatusCode, Is.EqualTo(status));

    [Test]
    public async Task Success_with_an_HTML_body_throws_with_its_media_type()
    {
        var exception = await Calls.FailWithAsync(RawResponse.Of(200, "<html/>"u8.ToArray(), "Content-Type: text/html; charset=utf-8"));

        Assert.That(exception.Message, Does.EndWith("returned status 200, but its body is text/html instead of JSON."));
    }

    [TestCase(200, """{"uuid":"s3cr3t"}""")]
    [TestCase(401, """{"message":"s3cr3t"}""")]
    [TestCase(500, "s3cr3t")]
    public async Task Exception_text_contains_no_body_headers_or_request(int status, string body)
    {
        await using var server = RawServer.Answering(RawResponse.Json(status, body, "Set-Cookie: s3cr3t"));
        using var httpClient = server.CreateClient();
        httpClient.DefaultRequestHeaders.Authorization = new("Bearer", "s3cr3t");

        var exception = Assert.CatchAsync<PlannrApiException>(
            () => new OAuthConnectionsClient(httpClient).UpdateAsync(Calls.Uuid, new UpdateOAuthConnectionRequest { Label = "s3cr3t" }))!;

        Assert.That(exception.ToString(), Does.Not.Contain("s3cr3t"));
        Assert.That(exception.ResponseBody, Is.EqualTo(body));
    }

    [TestCase(401, """{"message":"Unauthenticated."}""")]
    [TestCase(200, "<html/>")]
    public async Task ErrorConverter_gets_an_exception_before_it_is_thrown(int status, string body)
    {
        await using var server = RawServer.Answering(RawResponse.Json(status, body));
        using var httpClient = server.CreateClient();
        PlannrApiException? converted = null;
        var client = new OAuthConnectionsClient(httpClient)
        {
            ErrorConverter = exception =>
            {
                converted = exception;
                return new PlannrApiException("Converted.", exception.RequestMethod, exception.RequestPath, exception.StatusCode, exception.Headers, exception.ResponseBody);
            },
        };

        var thrown = Assert.ThrowsAsync<PlannrApiException>(() => client.ListAsync());

        Assert.That(thrown!.Message, Is.EqualTo("Converted."));
        Assert.That(converted!.StackTrace, Is.Null);
    }
}
