namespace Plannr.Client.Tests.Errors;

/// <summary>Tests the exception class for each status.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class StatusTests(Construction construction)
{
    private const string ErrorBody = """{"message":"secret","errors":{"label":["secret 1","secret 2"],"other":["secret 3"]}}""";

    [TestCase(400, typeof(PlannrException))]
    [TestCase(401, typeof(PlannrAuthenticationException))]
    [TestCase(402, typeof(PlannrException))]
    [TestCase(403, typeof(PlannrPermissionException))]
    [TestCase(404, typeof(PlannrNotFoundException))]
    [TestCase(405, typeof(PlannrException))]
    [TestCase(409, typeof(PlannrException))]
    [TestCase(422, typeof(PlannrValidationException))]
    [TestCase(500, typeof(PlannrServerException))]
    [TestCase(501, typeof(PlannrServerException))]
    [TestCase(599, typeof(PlannrServerException))]
    [TestCase(201, typeof(PlannrException))]
    [TestCase(204, typeof(PlannrException))]
    [TestCase(299, typeof(PlannrException))]
    public async Task Request_with_a_permanent_error_is_sent_once_and_throws_the_class_for_its_status(int status, Type type) => await AssertErrorAsync(status, type, attempts: 1);

    [TestCase(408, typeof(PlannrException))]
    [TestCase(429, typeof(PlannrRateLimitException))]
    [TestCase(502, typeof(PlannrServerException))]
    [TestCase(503, typeof(PlannrServerException))]
    [TestCase(504, typeof(PlannrServerException))]
    public async Task Request_with_a_transient_error_is_retried_and_throws_the_class_for_its_status(int status, Type type) => await AssertErrorAsync(status, type, attempts: 2);

    [TestCase(100)]
    [TestCase(103)]
    [TestCase(199)]
    public async Task Connection_closed_after_an_interim_response_throws_PlannrTransportException(int status)
    {
        await using var server = RawServer.Answering(RawResponse.Head(status));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception, Is.TypeOf<PlannrTransportException>());
    }

    [TestCase(403)]
    [TestCase(404)]
    [TestCase(422)]
    [TestCase(502)]
    public async Task Error_with_an_HTML_body_throws_the_class_for_its_status(int status)
    {
        await using var server = RawServer.Answering(RawResponse.Of(status, "<html>secret</html>"u8.ToArray(), "Content-Type: text/html"));

        var trial = await Trial.RunAsync(construction, server);

        var exception = (PlannrException)trial.Exception!;
        Assert.Multiple(() =>
        {
            Assert.That(exception.StatusCode, Is.EqualTo(status));
            Assert.That(exception.ResponseBody, Is.EqualTo("<html>secret</html>"));
            Assert.That(exception.Error.Message, Is.Null);
            Assert.That(exception.ToString(), Does.Not.Contain("secret"));
        });
    }

    [Test]
    public async Task Message_for_401_explains_how_to_get_a_token()
    {
        await using var server = RawServer.Answering(RawResponse.Json(401, ErrorBody));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception!.Message, Does.EndWith(
            "returned status 401. Plannr rejected the access token: it may be incomplete, expired or revoked. Set AccessToken to a valid token, "
            + "or return one from the AccessTokenProvider. Create a personal access token in Plannr (Settings, Account Details, \"Personal Access Tokens\"), or ask Plannr for one if that page is missing for you."));
    }

    [Test]
    public async Task Validation_error_has_the_messages_by_field()
    {
        await using var server = RawServer.Answering(RawResponse.Json(422, ErrorBody));

        var trial = await Trial.RunAsync(construction, server);

        var exception = (PlannrValidationException)trial.Exception!;
        Assert.That(exception.Errors.Keys, Is.EqualTo(new[] { "label", "other" }));
        Assert.That(exception.Errors["label"], Is.EqualTo(new[] { "secret 1", "secret 2" }));
    }

    [Test]
    public async Task Validation_error_with_a_string_instead_of_a_list_has_the_messages_by_field()
    {
        await using var server = RawServer.Answering(RawResponse.Json(422, """{"message":"No.","errors":{"label":"secret 1","other":["secret 2"]}}"""));

        var trial = await Trial.RunAsync(construction, server);

        var exception = (PlannrValidationException)trial.Exception!;
        Assert.That(exception.Error.Message, Is.EqualTo("No."));
        Assert.That(exception.Errors["label"], Is.EqualTo(new[] { "secret 1" }));
        Assert.That(exception.Errors["other"], Is.EqualTo(new[] { "secret 2" }));
    }

    [TestCase("""{"errors":{"label":null}}""")]
    [TestCase("""{"errors":null}""")]
    [TestCase("{}")]
    public async Task Validation_error_without_messages_has_no_fields(string body)
    {
        await using var server = RawServer.Answering(RawResponse.Json(422, body));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(((PlannrValidationException)trial.Exception!).Errors.Values.SelectMany(reasons => reasons), Is.Empty);
    }

    [Test]
    public async Task Error_with_a_body_over_the_limit_throws_the_class_for_its_status()
    {
        await using var server = RawServer.Answering(RawResponse.Json(404, ErrorBody));

        var trial = await Trial.RunAsync(construction, server, options => options.MaxResponseBytes = 10);

        Assert.That(trial.Exception, Is.TypeOf<PlannrNotFoundException>());
        Assert.That(((PlannrNotFoundException)trial.Exception!).ResponseBody, Is.Empty);
    }

    [Test]
    public async Task Exception_has_the_headers_of_the_response()
    {
        await using var server = RawServer.Answering(RawResponse.Json(404, ErrorBody, "X-Ratelimit-Remaining: 499", "X-Request-Id: secret"));

        var trial = await Trial.RunAsync(construction, server);

        var exception = (PlannrNotFoundException)trial.Exception!;
        Assert.That(exception.Headers["x-ratelimit-remaining"], Is.EqualTo(new[] { "499" }));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }

    private async Task AssertErrorAsync(int status, Type type, int attempts)
    {
        await using var server = RawServer.Answering(status == 204 ? RawResponse.Head(204) : RawResponse.Json(status, ErrorBody));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception, Is.TypeOf(type));
        var exception = (PlannrException)trial.Exception!;
        Assert.Multiple(() =>
        {
            Assert.That(exception.StatusCode, Is.EqualTo(status));
            Assert.That(exception.RequestMethod, Is.EqualTo("PUT"));
            Assert.That(exception.RequestPath, Is.EqualTo($"/api/v1/oauth/connections/{Trial.Uuid}"));
            Assert.That(exception.ResponseBody, Is.EqualTo(status == 204 ? "" : ErrorBody));
            Assert.That(exception.Message, Does.StartWith($"PUT /api/v1/oauth/connections/{Trial.Uuid} returned status {status}."));
            Assert.That(exception.ToString(), Does.Not.Contain("secret"));
            Assert.That(trial.Attempts, Is.EqualTo(attempts));
        });
        // The contract does not document a body for these statuses.
        if (exception is not PlannrRateLimitException && status != 204)
        {
            Assert.That(exception.Error.Message, Is.EqualTo("secret"));
        }
    }
}
