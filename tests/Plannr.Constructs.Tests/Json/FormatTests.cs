using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Formats;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests that values of every type and format are sent and read without loss.</summary>
public sealed class FormatTests
{
    private const string Json = """
        {"text":"a","email":"a@example.test","date":"2026-06-08","date_time":"2026-06-08T16:08:03+01:00","time":"16:08:03Z","uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","uri":"https://example.test/a?b","bytes":"AQID/w==","integer":9007199254740993,"int32":2147483647,"int64":9223372036854775807,"number":0.1,"float":0.5,"double":1E+300,"decimal":12345678901234567890.12,"limited":"a","address":"::1","boolean":true,"anything":{"a":[1,null]},"required_integer":1,"required_text":"b","required_date":"0001-01-01"}
        """;

    [Test]
    public async Task Values_are_sent_and_read_unchanged()
    {
        var values = PlannrJson.Deserialize<Values>(Json);

        var (body, result) = ("", default(Values));
        body = await Exchange.BodyOf(RawResponse.Json(200, Json), async c => result = await new ValuesClient(c).EchoAsync(values));

        Assert.That(body, Is.EqualTo(Json));
        Assert.That(PlannrJson.Serialize(result!), Is.EqualTo(Json));
    }

    [Test]
    public void Values_are_read_as_the_DotNet_types_of_their_formats()
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
    public async Task Body_can_be_a_list_of_numbers_and_the_response_a_number()
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
    [TestCase("""{"required_date":""}""", "required_date")]
    public void Invalid_value_throws_with_the_path_of_its_property(string json, string place)
        => Assert.That(Assert.Throws<JsonSerializationException>(() => PlannrJson.Deserialize<Values>(json))!.Message, Does.Contain($"'{place}'"));

    [TestCase("""{"date_time":"2026-06-08t16:08:03.123456789z"}""", "2026-06-08T16:08:03.1234567Z")]
    [TestCase("""{"date_time":"2026-06-08T16:08:03.5+01:00"}""", "2026-06-08T16:08:03.500000+01:00")]
    public void Lowercase_and_fractional_timestamps_of_RFC_3339_are_read(string json, string written)
        => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Values>(json)), Is.EqualTo($$"""{"date_time":"{{written}}"}"""));

    [TestCase("null")]
    [TestCase("\"\"")]
    [TestCase("\" \"")]
    [TestCase("\"http://[\"")]
    public void Blank_or_malformed_URL_is_read_as_null(string url)
        => Assert.That(PlannrJson.Deserialize<Values>($$"""{"uri":{{url}}}""").Uri, Is.Null);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public async Task NaN_and_infinity_in_a_body_throw(double number)
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new ValuesClient(c).EchoAsync(new Values { Number = number }))).ParamName, Is.EqualTo("body"));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    public void Response_that_is_not_a_number_throws(string body)
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.ResultOf(RawResponse.Json(200, body), c => new ValuesClient(c).SumAsync([])));
}
