using System.Text;
using Plannr.Constructs.Responses;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Several statuses, ranges, media types and headers.</summary>
public sealed class ResponseTests
{
    [TestCase(200, "application/vnd.example.v2+json")]
    [TestCase(201, "application/json; charset=utf-8")]
    public async Task Every_success_with_a_body_is_read(int status, string mediaType)
    {
        var thing = await Exchange.Answer(RawResponse.Of(status, "{\"name\":\"A\"}"u8.ToArray(), "Content-Type: " + mediaType), c => new ThingsClient(c).SaveAsync());

        Assert.That(thing!.Name, Is.EqualTo("A"));
    }

    [Test]
    public async Task A_success_without_a_body_is_null()
    {
        var response = await Exchange.Answer(RawResponse.Head(204), c => new ThingsClient(c).SaveWithResponseAsync());

        Assert.That((response.StatusCode, response.Value), Is.EqualTo((204, default(Thing))));
    }

    [Test]
    public async Task What_is_accepted_is_what_the_contract_documents()
        => Assert.That(
            Exchange.Header(await Exchange.RequestOf(c => new ThingsClient(c).SaveAsync()), "Accept"),
            Is.EqualTo("application/vnd.example.v2+json, application/json, application/problem+json"));

    [Test]
    public void A_status_goes_before_its_range_and_a_range_before_default()
    {
        Assert.That(Error<Problem>(404, """{"title":"none"}""").Error.Title, Is.EqualTo("none"));
        Assert.That(Error<Mistake>(422, """{"message":"wrong"}""").Error.Message, Is.EqualTo("wrong"));
        Assert.That(Error<Problem>(302, """{"title":"elsewhere"}""").Error.Title, Is.EqualTo("elsewhere"));
        Assert.That(Thrown(503, """{"title":"failed"}"""), Is.TypeOf<PlannrApiException>(), "a range without a body has none, whatever default says");

        static PlannrApiException<T> Error<T>(int status, string body) => (PlannrApiException<T>)Thrown(status, body);

        static PlannrApiException Thrown(int status, string body)
            => Assert.CatchAsync<PlannrApiException>(() => Exchange.Answer(RawResponse.Of(status, Encoding.UTF8.GetBytes(body), "Content-Type: application/problem+json"), c => new ThingsClient(c).SaveAsync()))!;
    }

    [TestCase(200)]
    [TestCase(299)]
    public async Task A_range_of_successes(int status)
        => Assert.That(await Exchange.Answer(RawResponse.Json(status, "\"started\""), c => new ThingsClient(c).StartAsync()), Is.EqualTo("started"));

    [TestCase(202)]
    [TestCase(204)]
    public async Task Successes_without_a_body(int status)
        => Assert.That((await Exchange.Answer(RawResponse.Head(status, "Content-Length: 0"), c => new ThingsClient(c).DeleteWithResponseAsync())).StatusCode, Is.EqualTo(status));

    [Test]
    public void A_success_that_the_contract_does_not_document_is_none()
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.Answer(RawResponse.Head(200, "Content-Length: 0"), async c => await new ThingsClient(c).DeleteWithResponseAsync()));

    [Test]
    public async Task HEAD_has_no_body()
        => Assert.That(await Exchange.RequestOf(RawResponse.Head(200, "Content-Length: 5"), c => new ThingsClient(c).CheckAsync()), Does.StartWith("HEAD /things HTTP/1.1\n"));

    [Test]
    public async Task Headers_are_read_as_values()
    {
        var response = await Exchange.Answer(
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
