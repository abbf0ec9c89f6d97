using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Numbers;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests every number format of the OpenAPI registry at the limits of its range.</summary>
public sealed class NumberTests
{
    private const string Json = """
        {"int8":-128,"number_int8":127,"uint8":255,"number_uint8":255,"int16":-32768,"number_int16":32767,"uint16":65535,"number_uint16":65535,"int32":-2147483648,"number_int32":2147483647,"uint32":4294967295,"number_uint32":4294967295,"int64":-9223372036854775808,"number_int64":9007199254740993,"uint64":18446744073709551615,"number_uint64":18446744073709551615,"double_int":9007199254740991,"number_double_int":-9007199254740991,"sf_integer":999999999999999,"number_sf_integer":-999999999999999,"sf_decimal":999999999999.999,"decimal":12345678901234567890.12,"decimal128":"1.234567890123456789012345678901234","text_uint64":"18446744073709551615","unixtime":1780934883.5,"float":0.1,"double":0.1,"list":[18446744073709551615,null],"code":4294967295,"mask":18446744073709551615,"limit":3000000000}
        """;

    [Test]
    public async Task Numbers_are_sent_and_read_with_every_digit()
    {
        var result = default(Numbers.Numbers);

        var body = await Exchange.BodyOf(RawResponse.Json(200, Json), async c => result = await new NumbersClient(c).EchoAsync(PlannrJson.Deserialize<Numbers.Numbers>(Json)));

        Assert.That(body, Is.EqualTo(Json));
        Assert.That(PlannrJson.Serialize(result!), Is.EqualTo(Json));
        Assert.That((result!.Uint64, result.NumberInt64, result.Code, result.Mask), Is.EqualTo((ulong.MaxValue, 9007199254740993L, Code.Value4294967295, new Mask(ulong.MaxValue))));
    }

    [Test]
    public void Numbers_are_read_and_written_with_every_digit_by_Newtonsofts_serializer()
    {
        using var text = new StringWriter();

        PlannrJson.CreateSerializer().Serialize(text, PlannrJson.CreateSerializer().Deserialize<Numbers.Numbers>(new JsonTextReader(new StringReader(Json)) { FloatParseHandling = FloatParseHandling.Decimal }));

        Assert.That(text.ToString(), Is.EqualTo(Json));
    }

    [Test]
    public async Task Number_parameters_are_sent_with_every_digit()
    {
        var request = await Exchange.RequestOf(RawResponse.Json(200, "{}"), c => new NumbersClient(c).EchoAsync(new(), after: ulong.MaxValue, any: [uint.MaxValue, 0], xNumber: ulong.MaxValue));

        Assert.That(request.Split(' ')[1], Is.EqualTo("/numbers?after=18446744073709551615&any=4294967295&any=0"));
        Assert.That(Exchange.Header(request, "X-Number"), Is.EqualTo("18446744073709551615"));
    }

    [TestCase("int32", "2147483648")]
    [TestCase("int32", "1.5")]
    [TestCase("int64", "9223372036854775808")]
    [TestCase("number_int64", "0.5")]
    [TestCase("uint32", "4294967296")]
    [TestCase("uint32", "-1")]
    [TestCase("uint64", "18446744073709551616")]
    [TestCase("uint64", "-1")]
    [TestCase("uint64", "1.5")]
    [TestCase("code", "4294967296")]
    [TestCase("code", "-1")]
    [TestCase("mask", "18446744073709551616")]
    [TestCase("float", "1e39")]
    [TestCase("double", "1e400")]
    [TestCase("double", "\"1e400\"")]
    public void Number_out_of_range_throws_with_the_path_of_its_property(string name, string number)
        => Assert.That(
            Assert.Throws<JsonSerializationException>(() => PlannrJson.Deserialize<Numbers.Numbers>($$"""{"{{name}}":{{number}}}"""))!.Message,
            Does.Contain($"'{name}'"));

    [TestCase("int64", "\"42\"", "42")]
    [TestCase("int64", "42.0", "42")]
    [TestCase("uint64", "\"18446744073709551615\"", "18446744073709551615")]
    [TestCase("uint64", "18446744073709551615.0", "18446744073709551615")]
    [TestCase("uint64", "1e3", "1000")]
    [TestCase("uint32", "\"\"", "null")]
    public void Integer_in_another_notation_is_read_without_loss(string name, string number, string written)
        => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Numbers.Numbers>($$"""{"{{name}}":{{number}}}""")), Is.EqualTo($$"""{"{{name}}":{{written}}}"""));

    [Test]
    public void Large_integer_stays_exact_beside_a_number_that_does_not_fit_a_decimal()
        => Assert.That(PlannrJson.Deserialize<Numbers.Numbers>("""{"double":1e300,"int64":9007199254740993.0}""").Int64, Is.EqualTo(9007199254740993));

    [TestCase("1.7976931348623157E+308", double.MaxValue)]
    [TestCase("[0.5,7.49E-35]", 7.49E-35)]
    [TestCase("[-1E-300]", -1E-300)]
    public void Number_that_does_not_fit_a_decimal_is_read_as_a_double_at_the_end_of_the_text(string json, double expected)
    {
        var value = PlannrJson.Deserialize(json, JsonFormats.Any);

        Assert.That((double)(value is JArray list ? list.Last! : value), Is.EqualTo(expected));
    }
}
