using System.Text.Json;
using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>Tests System.Text.Json outside of an ASP.NET Core application.</summary>
public sealed class SystemTextJsonTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Test]
    public void Indentation_and_escaping_follow_the_serializer_options()
    {
        var written = JsonSerializer.Serialize(new UpdateOAuthConnectionRequest { Label = "<é>" }, Indented);

        Assert.That(written.ReplaceLineEndings("\n"), Is.EqualTo("{\n  \"label\": \"\\u003C\\u00E9\\u003E\"\n}"));
    }

    [Test]
    public void Null_is_read_and_written_only_for_nullable_types()
    {
        Assert.That(JsonSerializer.Deserialize<OAuthConnection>("null"), Is.Null);
        Assert.That(JsonSerializer.Deserialize<Sign?>("null"), Is.Null);
        Assert.That(JsonSerializer.Serialize<Sign?>(null), Is.EqualTo("null"));
        Assert.That(() => JsonSerializer.Deserialize<Sign>("null"), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Subtype_is_read_and_written_as_its_base_class()
    {
        const string json = """{"pack":"north","pet_type":"dog"}""";

        var pet = JsonSerializer.Deserialize<Inheritance.Pet>(json);

        Assert.That(pet, Is.InstanceOf<Inheritance.Dog>());
        Assert.That(JsonSerializer.Serialize(pet), Is.EqualTo(json));
        Assert.That(JsonSerializer.Serialize((Inheritance.Dog)pet!), Is.EqualTo(json));
    }

    [Test]
    public void Writing_an_uninitialized_enumeration_throws()
    {
        Assert.That(() => JsonSerializer.Serialize(default(Sign)), Throws.InstanceOf<JsonException>().With.Message.Contains("Sign"));
        Assert.That(() => JsonSerializer.Serialize(new Dictionary<Sign, int> { [default] = 1 }), Throws.InstanceOf<JsonException>().With.Message.Contains("Sign"));
    }

    [Test]
    public void Reading_a_key_that_is_not_an_integer_of_the_enumeration_throws()
    {
        Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<Code, int>>("""{"-7":1}""")), Is.EqualTo("""{"-7":1}"""));
        Assert.That(() => JsonSerializer.Deserialize<Dictionary<Code, int>>("""{"secret":1}"""), Throws.InstanceOf<JsonException>().With.Message.Not.Contains("secret"));
        Assert.That(() => JsonSerializer.Deserialize<Dictionary<Code, int>>("""{"99999999999999999999":1}"""), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Writing_an_unpaired_surrogate_throws()
        => Assert.That(() => JsonSerializer.Serialize(new UpdateOAuthConnectionRequest { Label = "\uD83D" }), Throws.InstanceOf<JsonException>().With.Message.Contains("surrogate"));

    [Test]
    public void Exception_for_an_invalid_value_contains_its_path_but_not_the_value()
        => Assert.That(
            () => JsonSerializer.Deserialize<OAuthConnectionList>("""{"data":[{"uuid":"secret"}]}"""),
            Throws.InstanceOf<JsonException>().With.Message.Contains("'data[0].uuid'").And.Message.Not.Contains("secret"));
}
