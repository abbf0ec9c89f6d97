using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.SampleApi.Tests.Calls;

/// <summary>Values that the API returns as it received them.</summary>
public sealed class ValueTests
{
    private static ValuesClient Client => new(RunningApi.Client);

    [Test]
    public async Task Numbers_are_read_as_they_were_sent()
    {
        var numbers = new Numbers
        {
            UInt8 = byte.MaxValue,
            Int8 = sbyte.MinValue,
            Int16 = short.MinValue,
            UInt16 = ushort.MaxValue,
            Int32 = int.MinValue,
            UInt32 = uint.MaxValue,
            Int64 = long.MinValue,
            UInt64 = ulong.MaxValue,
            Single = 1.5f,
            Double = 1e300,
            Decimal = 79228162514264337593543950.335m,
        };

        var result = await Client.EchoNumbersAsync(numbers);

        Assert.That(PlannrJson.Serialize(result), Is.EqualTo(PlannrJson.Serialize(numbers)));
        Assert.That(result.UInt64, Is.EqualTo(ulong.MaxValue));
        Assert.That(result.Decimal, Is.EqualTo(79228162514264337593543950.335m));
    }

    [Test]
    public async Task Numbers_that_are_null_are_read_as_null()
    {
        var result = await Client.EchoOptionalNumbersAsync(new OptionalNumbers { Int16 = null, Int32 = null, Int64 = null, UInt64 = null, Single = null, Double = null, Decimal = null, Text = 1, Named = 2.5 });

        Assert.That(result.Int16, Is.Null);
        Assert.That(result.UInt64, Is.Null);
        Assert.That(result.Decimal, Is.Null);
        Assert.That(result.Named!.AsDouble(), Is.EqualTo(2.5));
    }

    [Test]
    public async Task Numbers_that_the_API_serializes_as_strings_are_read_as_numbers()
    {
        var result = await Client.EchoOptionalNumbersAsync(new OptionalNumbers { Int16 = 1, Int32 = 2, Int64 = 3, UInt64 = 4, Single = 5, Double = 6, Decimal = 7.10m, Text = long.MaxValue, Named = OptionalNumbersNamedOption2.NaN });

        Assert.That(result.Text, Is.EqualTo(long.MaxValue));
        Assert.That(result.Named!.AsOptionalNumbersNamedOption2(), Is.EqualTo(OptionalNumbersNamedOption2.NaN));
        Assert.That(result.Decimal, Is.EqualTo(7.10m));
    }

    [Test]
    public async Task Texts_are_read_as_they_were_sent()
    {
        var texts = new Texts
        {
            String = "a \"text\" of ünïcode 🎈",
            Char = "ß",
            DateTimeOffset = new DateTimeOffset(2026, 6, 8, 1, 2, 3, 4, TimeSpan.FromHours(2)),
            DateTime = new DateTimeOffset(2026, 6, 8, 1, 2, 3, TimeSpan.Zero),
            DateOnly = new DateOnly(2026, 6, 8),
            TimeOnly = "12:34:56.789",
            TimeSpan = "1.02:03:04",
            Guid = Guid.Parse("6ff8f7f6-1eb3-3525-be4a-3932c805afed"),
            Uri = new Uri("https://api.example/a?b=c"),
            Version = "1.2.3",
            Bytes = [0, 1, 255],
        };

        var result = await Client.EchoTextsAsync(texts);

        Assert.That(result.String, Is.EqualTo(texts.String));
        Assert.That(result.Char, Is.EqualTo(texts.Char));
        Assert.That(result.DateTimeOffset, Is.EqualTo(texts.DateTimeOffset));
        Assert.That(result.DateTime, Is.EqualTo(texts.DateTime));
        Assert.That(result.DateOnly, Is.EqualTo(texts.DateOnly));
        Assert.That(TimeOnly.Parse(result.TimeOnly, null), Is.EqualTo(TimeOnly.Parse(texts.TimeOnly, null)));
        Assert.That(result.TimeSpan, Is.EqualTo(texts.TimeSpan));
        Assert.That(result.Guid, Is.EqualTo(texts.Guid));
        Assert.That(result.Uri, Is.EqualTo(texts.Uri));
        Assert.That(result.Version, Is.EqualTo(texts.Version));
        Assert.That(result.Bytes, Is.EqualTo(texts.Bytes));
    }

    [Test]
    public async Task Texts_that_are_null_are_read_as_null()
    {
        var texts = new OptionalTexts { String = null, Char = null, DateTimeOffset = null, DateTime = null, DateOnly = null, TimeOnly = null, TimeSpan = null, Guid = null, Uri = null, Version = null, Bytes = null };

        var result = await Client.EchoOptionalTextsAsync(texts);

        Assert.That(PlannrJson.Serialize(result), Is.EqualTo(PlannrJson.Serialize(texts)).And.Contains("\"bytes\":null"));
    }

    [Test]
    public async Task Collections_are_read_as_they_were_sent()
    {
        var tag = new Tag { Name = "a", Color = Color.SkyBlue };
        var collections = new Collections
        {
            Words = ["a", "b"],
            Numbers = null,
            NumbersOrNull = [1, null],
            Set = [Guid.Empty],
            Lists = [[1.5], []],
            Counts = new Dictionary<string, int> { ["a"] = 1 },
            TextsOrNull = new Dictionary<string, string> { ["a"] = "b" },
            TagsByName = new Dictionary<string, IList<Tag>> { ["a"] = [tag] },
            TagsByColor = new Dictionary<string, Tag> { ["sky-blue"] = tag },
            Colors = [Color.Red, null],
            Days = new Dictionary<string, DateOnly> { ["a"] = new(2026, 6, 8) },
            TagsOrNull = [tag],
        };

        var result = await Client.EchoCollectionsAsync(collections);

        Assert.That(PlannrJson.Serialize(result), Is.EqualTo(PlannrJson.Serialize(collections)));
        Assert.That(result.NumbersOrNull, Is.EqualTo(new int?[] { 1, null }));
        Assert.That(result.TagsByColor["sky-blue"].Color, Is.EqualTo(Color.SkyBlue));
    }

    [Test]
    public async Task Values_of_any_type_are_read_as_they_were_sent()
    {
        var anything = PlannrJson.Deserialize<Anything>("""{"object":[1,"a",null],"element":{"a":true},"node":null,"jsonObject":{"b":1.5},"map":{"c":[{}]},"other":7}""");

        var result = await Client.EchoAnythingAsync(anything);

        Assert.That(PlannrJson.Serialize(result), Is.EqualTo(PlannrJson.Serialize(anything)).And.Contains("\"other\":7"));
    }

    [TestCase("""{"a":[1,null]}""")]
    [TestCase("7")]
    [TestCase("\"text\"")]
    public async Task Body_of_any_type_is_read_as_it_was_sent(string json)
        => Assert.That(await Client.EchoAnyAsync(JToken.Parse(json)), Is.EqualTo(JToken.Parse(json)).Using<JToken>(JToken.DeepEquals));

    [Test]
    public async Task Enumerations_are_read_as_they_were_sent()
    {
        Assert.That(await Client.EchoColorsAsync([Color.Red, null, Color.SkyBlue]), Is.EqualTo(new Color?[] { Color.Red, null, Color.SkyBlue }));
        Assert.That(await Client.EchoLevelAsync(10), Is.EqualTo(10));
    }

    [Test]
    public void Unknown_enumeration_value_is_rejected_by_the_API()
        => Assert.That(Assert.ThrowsAsync<PlannrApiException>(() => Client.EchoColorsAsync([new Color("Pink")]))!.StatusCode, Is.EqualTo(400));

    [Test]
    public async Task Single_values_and_nullable_objects_are_read_as_they_were_sent()
    {
        Assert.That(await Client.EchoDecimalAsync(0.1234567890123456789m), Is.EqualTo(0.1234567890123456789m));
        Assert.That(await Client.EchoWordAsync("a \"word\""), Is.EqualTo("a \"word\""));
        Assert.That((await Client.EchoTagAsync(new Tag { Name = "a", Color = null })).Color, Is.Null);
    }

    [Test]
    public async Task Query_parameters_are_received()
    {
        var received = await Client.SearchAsync(
            page: 1,
            after: 2,
            color: Color.Green,
            level: 10,
            words: ["a b", "c"],
            numbers: [1, 2],
            day: new DateOnly(2026, 6, 8),
            time: "12:34:56",
            duration: "01:02:03",
            since: new DateTimeOffset(2026, 6, 8, 1, 0, 0, TimeSpan.FromHours(1)),
            key: Guid.Empty,
            link: new Uri("https://api.example/?a=b"),
            price: 1.25m,
            isDone: true);

        Assert.That(received.Values, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["page"] = "1",
            ["after"] = "2",
            ["color"] = "Green",
            ["level"] = "High",
            ["words"] = "a b|c",
            ["numbers"] = "1|2",
            ["day"] = "2026-06-08",
            ["time"] = "12:34:56.0000000",
            ["duration"] = "01:02:03",
            ["since"] = "2026-06-08T00:00:00.0000000Z",
            ["key"] = Guid.Empty.ToString(),
            ["link"] = "https://api.example/?a=b",
            ["price"] = "1.25",
            ["is-done"] = "True",
        }));
    }

    [Test]
    public async Task Query_parameters_that_are_null_are_not_sent()
    {
        var received = await Client.SearchAsync(1);

        Assert.That(received.Values.Where(v => v.Value.Length > 0).Select(v => v.Key), Is.EqualTo(new[] { "page", "is-done" }));
    }

    [Test]
    public async Task Header_parameters_are_received()
    {
        Assert.That((await Client.ReadHeadersAsync(7, Color.Red, ["a", "b"])).Values["words"], Is.EqualTo("a|b"));
        Assert.That((await Client.ReadHeadersAsync(7)).Values["count"], Is.EqualTo("7"));
    }

    [Test]
    public async Task Path_parameters_are_received()
    {
        var received = await Client.ReadPathAsync(long.MaxValue, new DateOnly(2026, 6, 8), new Guid("6ff8f7f6-1eb3-3525-be4a-3932c805afed"), Color.Green, "a b?");

        Assert.That(received.Values.Values, Is.EqualTo(new[] { "9223372036854775807", "2026-06-08", "6ff8f7f6-1eb3-3525-be4a-3932c805afed", "Green", "a b?" }));
    }
}
