using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Formats;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Every type and format, there and back.</summary>
public sealed class FormatTests
{
    private const string Json = """
        {"text":"a","email":"a@example.test","date":"2026-06-08","date_time":"2026-06-08T16:08:03+01:00","time":"16:08:03Z","uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","uri":"https://example.test/a?b","bytes":"AQID/w==","integer":9007199254740993,"int32":2147483647,"int64":9223372036854775807,"number":0.1,"float":0.5,"double":1E+300,"decimal":12345678901234567890.12,"limited":"a","address":"::1","boolean":true,"anything":{"a":[1,null]},"required_integer":1,"required_text":"b","required_date":"0001-01-01"}
        """;

    [Test]
    public async Task Values_arrive_and_return_as_they_are()
    {
        var values = PlannrJson.Deserialize<Values>(Json);

        var (body, answer) = ("", default(Values));
        body = await Exchange.BodyOf(RawResponse.Json(200, Json), async c => answer = await new ValuesClient(c).EchoAsync(values));

        Assert.That(body, Is.EqualTo(Json));
        Assert.That(PlannrJson.Serialize(answer!), Is.EqualTo(Json));
    }

    [Test]
    public void Values_have_the_types_of_NET()
    {
        var values = PlannrJson.Deserialize<Values>(Json);

        Assert.That(values.Date, Is.EqualTo(new DateOnly(2026, 6, 8)));
        Assert.That(values.DateTime, Is.EqualTo(new DateTimeOffset(2026, 6, 8, 16, 8, 3, TimeSpan.FromHours(1))));
        Assert.That(values.Bytes, Is.EqualTo(new byte[] { 1, 2, 3, 255 }));
        Assert.That(values.Integer, Is.EqualTo(9007199254740993));
        Assert.That(values.Decimal, Is.EqualTo(12345678901234567890.12m));
        Assert.That(values.Anything, Is.EqualTo(JToken.Parse("""{"a":[1,null]}""")));
        Assert.That(values.RequiredDate, Is.EqualTo(DateOnly.MinValue));
    }

    [Test]
    public async Task A_list_of_numbers_as_a_body_and_a_number_as_an_answer()
    {
        var sum = 0m;

        var body = await Exchange.BodyOf(RawResponse.Json(200, " 1.50 "), async c => sum = await new ValuesClient(c).SumAsync([1m, 0.50m]));

        Assert.That(body, Is.EqualTo("[1.0,0.50]"));
        Assert.That(sum, Is.EqualTo(1.5m));
    }

    [TestCase("""{"date":"08/06/2026"}""", "date")]
    [TestCase("""{"date":"2026-06-08T00:00:00Z"}""", "date")]
    [TestCase("""{"int32":2147483648}""", "int32")]
    [TestCase("""{"integer":1.5}""", "integer")]
    [TestCase("""{"required_integer":null}""", "required_integer")]
    public void What_does_not_fit_is_refused_at_its_place(string json, string place)
        => Assert.That(Assert.Throws<JsonSerializationException>(() => PlannrJson.Deserialize<Values>(json))!.Message, Does.Contain($"'{place}'"));

    [TestCase("""{"date_time":"2026-06-08t16:08:03.123456789z"}""", "2026-06-08T16:08:03.1234567Z")]
    [TestCase("""{"date_time":"2026-06-08T16:08:03.5+01:00"}""", "2026-06-08T16:08:03.500000+01:00")]
    public void Every_timestamp_of_RFC_3339_is_read(string json, string written)
        => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Values>(json)), Is.EqualTo($$"""{"date_time":"{{written}}"}"""));

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public async Task What_is_no_number_is_refused(double number)
        => Assert.That((await Exchange.Refusal(c => new ValuesClient(c).EchoAsync(new Values { Number = number }))).ParamName, Is.EqualTo("body"));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    public void A_number_that_is_none_is_an_unreadable_answer(string body)
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.Answer(RawResponse.Json(200, body), c => new ValuesClient(c).SumAsync([])));
}
