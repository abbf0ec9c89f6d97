using System.Text;
using Plannr.Constructs.Responses;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests responses with several status codes, ranges, media types, and headers.</summary>
public sealed class ResponseTests
{
    [TestCase(200, "application/vnd.example.v2+json")]
    [TestCase(201, "application/json; charset=utf-8")]
    public async Task Every_success_with_a_body_is_read(int status, string mediaType)
    {
        var thing = await Exchange.ResultOf(RawResponse.Of(status, "{\"name\":\"A\"}"u8.ToArray(), "Content-Type: " + mediaType), c => new ThingsClient(c).SaveAsync());

        Assert.That(thing!.Name, Is.EqualTo("A"));
    }

    [Test]
    public async Task Success_without_a_body_returns_null()
    {
        var response = await Exchange.ResultOf(RawResponse.Head(204), c => new ThingsClient(c).SaveWithResponseAsync());

        Assert.That((response.StatusCode, response.Value), Is.EqualTo((204, default(Thing))));
    }

    [Test]
    public async Task Accept_header_lists_the_documented_media_types()
        => Assert.That(
            Exchange.Header(await Exchange.RequestOf(c => new ThingsClient(c).SaveAsync()), "Accept"),
            Is.EqualTo("application/vnd.example.v2+json, application/json, application/problem+json"));

    [Test]
    public void Status_code_takes_precedence_over_its_range_and_the_range_over_the_default()
    {
        Assert.That(Error<Problem>(404, """{"title":"none"}""").Error.Title, Is.EqualTo("none"));
        Assert.That(Error<Mistake>(422, """{"message":"wrong"}""").Error.Message, Is.EqualTo("wrong"));
        Assert.That(Error<Problem>(302, """{"title":"elsewhere"}""").Error.Title, Is.EqualTo("elsewhere"));
        Assert.That(Thrown(503, """{"title":"failed"}"""), Is.TypeOf<PlannrApiException>(), "The body of the default response does not apply to a range without a body.");

        static PlannrApiException<T> Error<T>(int status, string body) => (PlannrApiException<T>)Thrown(status, body);

        static PlannrApiException Thrown(int status, string body)
            => Assert.CatchAsync<PlannrApiException>(() => Exchange.ResultOf(RawResponse.Of(status, Encoding.UTF8.GetBytes(body), "Content-Type: application/problem+json"), c => new ThingsClient(c).SaveAsync()))!;
    }

    [TestCase(200)]
    [TestCase(299)]
    public async Task Every_status_code_of_a_success_range_is_read(int status)
        => Assert.That(await Exchange.ResultOf(RawResponse.Json(status, "\"started\""), c => new ThingsClient(c).StartAsync()), Is.EqualTo("started"));

    [TestCase(202)]
    [TestCase(204)]
    public async Task Every_documented_success_without_a_body_succeeds(int status)
        => Assert.That((await Exchange.ResultOf(RawResponse.Head(status, "Content-Length: 0"), c => new ThingsClient(c).DeleteWithResponseAsync())).StatusCode, Is.EqualTo(status));

    [Test]
    public void Undocumented_success_throws()
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.ResultOf(RawResponse.Head(200, "Content-Length: 0"), async c => await new ThingsClient(c).DeleteWithResponseAsync()));

    [Test]
    public async Task Response_to_HEAD_is_read_without_a_body()
        => Assert.That(await Exchange.RequestOf(RawResponse.Head(200, "Content-Length: 5"), c => new ThingsClient(c).CheckAsync()), Does.StartWith("HEAD /things HTTP/1.1\n"));

    [Test]
    public async Task GetHeader_converts_a_value_to_the_requested_type_or_throws()
    {
        var response = await Exchange.ResultOf(
            RawResponse.Json(200, "{}", "X-Remaining: 7", "X-Next: https://example.test/2", "X-Odd: x", "X-Blank: "),
            c => new ThingsClient(c).SaveWithResponseAsync());

        Assert.That(response.GetHeader<long>("x-remaining"), Is.EqualTo(7));
        Assert.That(response.GetHeader<Uri>("X-Next"), Is.EqualTo(new Uri("https://example.test/2")));
        Assert.That(response.GetHeader<string>("X-Odd"), Is.EqualTo("x"));
        Assert.That(response.GetHeader<long?>("X-Missing"), Is.Null);
        Assert.That((response.GetHeader<Uri>("X-Blank"), response.GetHeader<string>("X-Blank")), Is.EqualTo((default(Uri), "")));
        Assert.That(Assert.Throws<FormatException>(() => response.GetHeader<long>("X-Odd"))!.Message, Is.EqualTo("The value of the header 'X-Odd' is not a valid Int64."));
    }
}
