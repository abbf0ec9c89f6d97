using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Plannr.Constructs.Inheritance;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Newtonsoft's serializer with an application's own settings, which knows nothing of the contract.</summary>
public sealed class NewtonsoftSerializerTests
{
    private const string Connection = """{"uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed","created_at":"2026-06-08T16:08:03+05:00","label":null,"price":12.50,"at":"2026-06-08T16:08:03+05:00","Label":1}""";

    private static readonly JsonSerializerSettings[] Settings =
    [
        new(),
        new() { NullValueHandling = NullValueHandling.Ignore, ContractResolver = new CamelCasePropertyNamesContractResolver(), FloatParseHandling = FloatParseHandling.Decimal },
        new() { DateParseHandling = DateParseHandling.DateTimeOffset, DateTimeZoneHandling = DateTimeZoneHandling.Utc, DefaultValueHandling = DefaultValueHandling.Include, FloatParseHandling = FloatParseHandling.Decimal },
    ];

    [TestCaseSource(nameof(Settings))]
    public void Object_with_any_settings_is_written_as_the_client_writes_it(JsonSerializerSettings settings)
    {
        var connection = PlannrJson.Deserialize<OAuthConnection>(Connection);

        Assert.That(JsonConvert.SerializeObject(connection, settings), Is.EqualTo(Connection));
        Assert.That(JsonConvert.SerializeObject(new { Items = new[] { connection } }, settings), Does.Contain($"[{Connection}]"));
    }

    [TestCaseSource(nameof(Settings))]
    public void Object_with_any_settings_is_read_as_the_client_reads_it(JsonSerializerSettings settings)
    {
        var connection = JsonConvert.DeserializeObject<OAuthConnection[]>($"[{Connection}]", settings)![0];

        Assert.That(PlannrJson.Serialize(connection), Is.EqualTo(settings.FloatParseHandling == FloatParseHandling.Decimal ? Connection : Connection.Replace("12.50", "12.5", StringComparison.Ordinal)));
        Assert.That(connection.CreatedAt!.Value.Offset, Is.EqualTo(TimeSpan.FromHours(5)));
    }

    [Test]
    public void Text_behind_an_object_is_still_read_by_the_application_s_settings()
    {
        var read = JsonConvert.DeserializeObject<Pair>($$"""{"Connection":{{Connection}},"At":"2026-06-08T16:08:03Z"}""")!;

        Assert.That(read.Connection!.Label, Is.Null);
        Assert.That(read.At, Is.TypeOf<DateTime>());
    }

    [Test]
    public void Token_whose_dates_are_parsed_already_is_read_as_the_same_moment()
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
    public void Null_and_an_empty_text_are_no_object(string json) => Assert.That(JsonConvert.DeserializeObject<OAuthConnection>(json), Is.Null);

    [Test]
    public void Value_that_does_not_fit_is_refused_at_its_place()
        => Assert.That(
            () => JsonConvert.DeserializeObject<OAuthConnectionList>("""{"data":[{"uuid":"secret"}]}"""),
            Throws.InstanceOf<JsonSerializationException>().With.Property(nameof(JsonSerializationException.Path)).EqualTo("data[0].uuid").And.Message.Not.Contains("secret"));

    private sealed class Pair
    {
        public OAuthConnection? Connection { get; set; }

        public object? At { get; set; }
    }
}
