using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;
using Plannr.Runtime.Json.Formats;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests the formats of scalar types: the default format of each .NET type, the JSON that distinguishes it in a union, and its errors.</summary>
public sealed class ScalarFormatTests
{
    private const string Uuid = "6ff8f7f6-1eb3-3525-be4a-3932c805afed";

    private static readonly TestCaseData[] Structs =
    [
        Struct("uuid", Uuid, Guid.Parse(Uuid)),
        Struct("timestamp", "2026-06-08T16:08:03Z", new DateTimeOffset(2026, 6, 8, 16, 8, 3, TimeSpan.Zero)),
        Struct("date", "2026-06-08", new DateOnly(2026, 6, 8)),
        Struct("boolean", "true", true),
        Struct("int", "-5", -5),
        Struct("long", "-5000000000", -5_000_000_000),
        Struct("uint", "4000000000", 4_000_000_000),
        Struct("ulong", "18446744073709551615", ulong.MaxValue),
        Struct("float", "0.5", 0.5f),
        Struct("double", "0.1", 0.1),
        Struct("decimal", "0.1", 0.1m),
    ];

    private static readonly TestCaseData[] Kinds =
    [
        Kind(JsonFormats.Text, "\"a\"", "1"),
        Kind(JsonFormats.Uuid, $"\"{Uuid}\"", "\"a\""),
        Kind(JsonFormats.Date, "\"2026-06-08\"", "\"a\""),
        Kind(JsonFormats.Uri, "\"file:///a\"", "\"/a\""),
        Kind(JsonFormats.Boolean, "true", "\"true\""),
        Kind(JsonFormats.Integer32, "1", "\"1\""),
        Kind(JsonFormats.Integer64, "1", "\"1\""),
        Kind(JsonFormats.UnsignedInteger32, "1", "\"1\""),
        Kind(JsonFormats.UnsignedInteger64, "1", "\"1\""),
        Kind(JsonFormats.Number32, "1", "\"1\""),
        Kind(JsonFormats.Number, "1.5", "\"1\""),
        Kind(JsonFormats.DecimalNumber, "1.5", "\"1\""),
        Kind(JsonFormats.EnumerationOf<Enumerations.Kind, string>(), "\"small\"", "1"),
        Kind(JsonFormats.EnumerationOf<Enumerations.Code, long>(), "1", "\"1\""),
    ];

    private static readonly TestCaseData[] Mismatches =
    [
        Mismatch(JsonFormats.Uuid, "1", "a UUID"),
        Mismatch(JsonFormats.Timestamp, "1", "a timestamp with an offset"),
        Mismatch(JsonFormats.Date, "\"\"", "a date"),
        Mismatch(JsonFormats.Uri, "1", "a URL"),
        Mismatch(JsonFormats.Boolean, "null", "a boolean"),
        Mismatch(JsonFormats.Integer32, "2147483648", "a 32-bit integer"),
        Mismatch(JsonFormats.Integer64, "true", "an integer"),
        Mismatch(JsonFormats.UnsignedInteger32, "4294967296", "an unsigned 32-bit integer"),
        Mismatch(JsonFormats.UnsignedInteger64, "-1", "an unsigned integer"),
        Mismatch(JsonFormats.Number32, "1e39", "a 32-bit number"),
        Mismatch(JsonFormats.Number, "true", "a number"),
        Mismatch(JsonFormats.DecimalNumber, "null", "a number"),
        Mismatch(JsonFormats.EnumerationOf<Enumerations.Kind, string>(), "1", "a text"),
        Mismatch(JsonFormats.EnumerationOf<Enumerations.Code, long>(), "\"1\"", "an integer"),
    ];

    [TestCaseSource(nameof(Structs))]
    public void Default_format_reads_the_type_and_its_nullable_type(Func<(object? Value, object? Nullable)> read, object expected)
        => Assert.That(read(), Is.EqualTo((expected, expected)));

    [Test]
    public void Default_format_reads_classes()
    {
        Assert.That(Read<string>("a"), Is.EqualTo("a"));
        Assert.That(Read<Uri>("https://example.test/"), Is.EqualTo(new Uri("https://example.test/")));
        Assert.That(Read<byte[]>("AQI="), Is.EqualTo(new byte[] { 1, 2 }));
        Assert.That(Read<JToken>("a"), Is.EqualTo(new JValue("a")));
        Assert.That(() => ScalarFormat<Version>.Known, Throws.TypeOf<NotSupportedException>());
    }

    [TestCaseSource(nameof(Kinds))]
    public void Format_fits_only_the_JSON_that_it_writes(JsonFormat format, string json, string other)
        => Assert.That((format.FitsOrNull(Token(json)), format.FitsOrNull(Token(other))), Is.EqualTo((true, false)));

    [TestCaseSource(nameof(Mismatches))]
    public void Value_of_another_kind_throws_with_the_expected_kind(Action<JsonReader> read, string json, string kind)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };

        Assert.That(() => read(reader), Throws.TypeOf<JsonSerializationException>().With.Message.EqualTo($"Not {kind}."));
    }

    private static TestCaseData Struct<T>(string name, string text, T expected)
        where T : struct
        => new TestCaseData(() => ((object?)Read<T>(text), (object?)Read<T?>(text)), expected).SetArgDisplayNames(name);

    private static TestCaseData Kind<T>(JsonFormat<T> format, string json, string other) => new TestCaseData(format, json, other).SetArgDisplayNames(typeof(T).Name);

    private static TestCaseData Mismatch<T>(JsonFormat<T> format, string json, string kind)
        => new TestCaseData(
            (JsonReader reader) =>
            {
                format.Next(reader);
                format.Read(reader);
            },
            json,
            kind).SetArgDisplayNames(typeof(T).Name);

    private static T? Read<T>(string text)
    {
        using var reader = new JTokenReader(new JValue(text));
        ScalarFormat<T>.Known.Next(reader);
        return ScalarFormat<T>.Known.Read(reader);
    }

    private static JToken Token(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
