using System.Net;
using System.Text;
using Plannr.Constructs.FilesAndText;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Requests;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Tests which documented response of an operation applies to a status code.</summary>
public sealed class ApiOperationTests
{
    [TestCase(400, true)]
    [TestCase(404, true)]
    [TestCase(499, true)]
    [TestCase(399, false)]
    [TestCase(302, false)]
    public async Task Default_response_documents_status_codes_from_400(int status, bool isDocumented)
    {
        var (exception, drifts) = await SendAsync(New().Success(200).OtherErrors(JsonFormats.ObjectOf<Problem>()), status, """{"title":"A"}""");

        Assert.That(exception, Is.TypeOf<PlannrApiException<Problem>>(), "The error type of the default response applies to every status code.");
        Assert.That(drifts, Is.EqualTo(isDocumented ? Array.Empty<string>() : [$"UndocumentedStatus {status}"]));
    }

    [TestCase(499, true)]
    [TestCase(500, false)]
    [TestCase(599, false)]
    public async Task Error_body_is_compared_with_the_contract_only_below_status_500(int status, bool isCompared)
    {
        var (_, drifts) = await SendAsync(New().Success(200).OtherErrors(JsonFormats.ObjectOf<Problem>()), status, """{"titel":"A"}""");

        Assert.That(drifts, Is.EqualTo(isCompared ? ["UnknownProperty titel"] : Array.Empty<string>()));
    }

    [Test]
    public async Task Status_code_takes_precedence_over_its_range_and_the_range_over_the_default()
    {
        var operation = New().Success(200).Error(404, JsonFormats.ObjectOf<Problem>()).ErrorRange(4).OtherErrors(JsonFormats.ObjectOf<Problem>());

        Assert.That((await SendAsync(operation, 404, "{}")).Exception, Is.TypeOf<PlannrApiException<Problem>>());
        Assert.That((await SendAsync(operation, 403, "{}")).Exception, Is.TypeOf<PlannrApiException>());
        Assert.That((await SendAsync(operation, 500, "{}")).Exception, Is.TypeOf<PlannrApiException<Problem>>());
    }

    [Test]
    public async Task Error_documented_without_a_body_throws_an_untyped_exception_and_reports_no_drift()
    {
        var (exception, drifts) = await SendAsync(New().Success(200).OtherErrors(), 404, "{}");

        Assert.That(exception, Is.TypeOf<PlannrApiException>());
        Assert.That(drifts, Is.Empty);
    }

    [Test]
    public async Task Error_in_a_documented_range_throws_a_typed_exception()
        => Assert.That((await SendAsync(New().Success(200).ErrorRange(5, JsonFormats.ObjectOf<Problem>()), 503, "{}")).Exception, Is.TypeOf<PlannrApiException<Problem>>());

    [Test]
    public async Task Undocumented_error_reports_drift()
        => Assert.That((await SendAsync(New().Success(200), 404, "{}")).Drifts, Is.EqualTo(new[] { "UndocumentedStatus 404" }));

    [TestCase(200, true)]
    [TestCase(206, true)]
    [TestCase(204, false)]
    [TestCase(300, false)]
    [TestCase(404, false)]
    public void Success_of_a_file_operation_is_a_file_unless_documented_without_a_body(int status, bool isFile)
    {
        Assert.That(new ApiOperation("Files_Get", "GET", "/files", returnsFile: true).SuccessRange(2).Empty(204).Error(404).ReturnsFile(status), Is.EqualTo(isFile));
        Assert.That(New().SuccessRange(2).ReturnsFile(status), Is.False);
    }

    [TestCase("/v2", false)]
    [TestCase("v2", false)]
    [TestCase("https://example.test/v2", true)]
    public void OnServer_accepts_a_path_or_an_absolute_URL(string url, bool isAbsolute)
        => Assert.That((New().OnServer(url).Server!.IsAbsoluteUri, New().OnServer(url).Server!.OriginalString), Is.EqualTo((isAbsolute, url)));

    [Test]
    public void OnServer_with_an_invalid_URL_throws()
    {
        Assert.That(() => New().OnServer("https://["), Throws.TypeOf<UriFormatException>());
        Assert.That(() => New().OnServer(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("url"));
    }

    [Test]
    public void Of_returns_null_for_the_request_of_another_client()
    {
        using var request = new HttpRequestMessage();

        Assert.That(ApiOperation.Of(request), Is.Null);
        Assert.That(() => ApiOperation.Of(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("request"));
    }

    [TestCase("name")]
    [TestCase("method")]
    [TestCase("path")]
    [TestCase("accept")]
    public void Constructor_with_a_null_argument_throws_with_the_name_of_its_parameter(string parameter)
        => Assert.That(
            () => new ApiOperation(parameter == "name" ? null! : "A_Get", parameter == "method" ? null! : "GET", parameter == "path" ? null! : "/", parameter == "accept" ? null! : "text/plain"),
            Throws.ArgumentNullException.With.Property("ParamName").EqualTo(parameter));

    [Test]
    public void Request_accepts_JSON_by_default()
    {
        var request = new ApiRequest(New()).ToMessage("https://example.test");

        Assert.That((request.Method, $"{request.Headers.Accept}"), Is.EqualTo((HttpMethod.Get, "application/json")));
    }

    [Test]
    public void Request_without_an_operation_throws()
        => Assert.That(() => new ApiRequest(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("operation"));

    private static ApiOperation New() => new("Problems_Get", "GET", "/problems");

    private static async Task<(PlannrApiException Exception, List<string> Drifts)> SendAsync(ApiOperation operation, int status, string body)
    {
        var drifts = new List<string>();
        using var httpClient = new HttpClient(new RespondingHandler(status, body));
        var client = new ProblemsClient(httpClient) { DriftObserver = drift => drifts.Add($"{drift.Kind} {drift.Place}") };
        try
        {
            await client.SendAsync(operation);
        }
        catch (PlannrApiException exception)
        {
            return (exception, drifts);
        }

        throw new AssertionException("Expected the call to throw a PlannrApiException, but it succeeded.");
    }

    private sealed class ProblemsClient(HttpClient httpClient) : ApiClient(httpClient, new Uri("https://example.test"))
    {
        public Task<ApiResponse> SendAsync(ApiOperation operation) => SendAsync(new ApiRequest(operation), CancellationToken.None);
    }

    private sealed class RespondingHandler(int status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
    }
}
