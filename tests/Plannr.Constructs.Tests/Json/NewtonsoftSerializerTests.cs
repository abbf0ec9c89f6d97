using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Plannr.Constructs.Inheritance;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests Newtonsoft's serializer with the settings of an application, which do not refer to the contract.</summary>
public sealed class NewtonsoftSerializerTests
{
    private const string Connection = """{"uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","created_at":"2026-06-08T16:08:03+05:00","label":null,"price":12.50,"at":"2026-06-08T16:08:03+05:00","Label":1}""";

    private static readonly JsonSerializerSettings[] Settings =
    [
        new(),
        new() { NullValueHandling = NullValueHandling.Ignore, ContractResolver = new CamelCasePropertyNamesContractResolver(), FloatParseHandling = FloatParseHandling.Decimal },
        new() { DateParseHandling = DateParseHandling.DateTimeOffset, DateTimeZoneHandling = DateTimeZoneHandling.Utc, DefaultValueHandling = DefaultValueHandling.Include, FloatParseHandling = FloatParseHandling.Decimal },
    ];

    [Test]
    public void CreateSerializer_refuses_text_after_the_JSON()
    {
        using var reader = new JsonTextReader(new StringReader("{} {}"));

        Assert.That(() => PlannrJson.CreateSerializer().Deserialize<OAuthConnection>(reader), Throws.InstanceOf<JsonException>());
    }

    [TestCase(typeof(List<long>), "[true]", "Not an integer.")]
    [TestCase(typeof(List<ulong>), "[true]", "Not an unsigned integer.")]
    [TestCase(typeof(List<double>), "[true]", "Not a number.")]
    [TestCase(typeof(List<OAuthConnection>), "[true]", "Not an object.")]
    public void CreateSerializer_throws_with_the_expected_kind_of_JSON(Type type, string json, string message)
    {
        using var reader = new JsonTextReader(new StringReader(json));

        Assert.That(() => PlannrJson.CreateSerializer().Deserialize(reader, type), Throws.TypeOf<JsonSerializationException>().With.Message.StartsWith(message));
    }

    [Test]
    public void CreateSerializer_reads_values_outside_the_classes_with_their_formats()
    {
        using var reader = new JsonTextReader(new StringReader("[\"2026-06-08\"]"));

        // A timestamp without a time is ambiguous. By default, Newtonsoft.Json adds the midnight of the local time zone.
        Assert.That(() => PlannrJson.CreateSerializer().Deserialize<List<DateTimeOffset>>(reader), Throws.InstanceOf<JsonException>());
    }

    [TestCaseSource(nameof(Settings))]
    public void Serializer_with_any_settings_writes_the_same_JSON_as_the_client(JsonSerializerSettings settings)
    {
        var connection = PlannrJson.Deserialize<OAuthConnection>(Connection);

        Assert.That(JsonConvert.SerializeObject(connection, settings), Is.EqualTo(Connection));
        Assert.That(JsonConvert.SerializeObject(new { Items = new[] { connection } }, settings), Does.Contain($"[{Connection}]"));
    }

    [TestCaseSource(nameof(Settings))]
    public void Serializer_with_any_settings_reads_the_same_values_as_the_client(JsonSerializerSettings settings)
    {
        var connection = JsonConvert.DeserializeObject<OAuthConnection[]>($"[{Connection}]", settings)![0];

        Assert.That(PlannrJson.Serialize(connection), Is.EqualTo(settings.FloatParseHandling == FloatParseHandling.Decimal ? Connection : Connection.Replace("12.50", "12.5", StringComparison.Ordinal)));
        Assert.That(connection.CreatedAt!.Value.Offset, Is.EqualTo(TimeSpan.FromHours(5)));
    }

    [Test]
    public void Property_after_a_generated_object_is_read_with_the_settings_of_the_application()
    {
        var read = JsonConvert.DeserializeObject<Pair>($$"""{"Connection":{{Connection}},"At":"2026-06-08T16:08:03Z"}""")!;

        Assert.That(read.Connection!.Label, Is.Null);
        Assert.That(read.At, Is.TypeOf<DateTime>());
    }

    [Test]
    public void JObject_with_parsed_dates_is_read_as_the_same_point_in_time()
    {
        var connection = JObject.Parse(Connection).ToObject<OAuthConnection>()!;

        Assert.That(connection.CreatedAt, Is.EqualTo(new DateTimeOffset(2026, 6, 8, 11, 8, 3, TimeSpan.Zero)));
    }

    [Test]
    public void Object_is_read_as_the_subtype_that_its_discriminator_names()
    {
        var pet = JsonConvert.DeserializeObject<Pet>(PlannrJson.Serialize(new Dog()));

        Assert.That(pet, Is.TypeOf<Dog>());
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    public void Null_and_an_empty_string_are_read_as_null(string json) => Assert.That(JsonConvert.DeserializeObject<OAuthConnection>(json), Is.Null);

    [Test]
    public void Invalid_value_throws_with_its_path_and_without_the_value()
        => Assert.That(
            () => JsonConvert.DeserializeObject<OAuthConnectionList>("""{"data":[{"uuid":"secret"}]}"""),
            Throws.InstanceOf<JsonSerializationException>().With.Property(nameof(JsonSerializationException.Path)).EqualTo("data[0].uuid").And.Message.Not.Contains("secret"));

    private sealed class Pair
    {
        public OAuthConnection? Connection { get; set; }

        public object? At { get; set; }
    }
}
