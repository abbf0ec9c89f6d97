using System.Text.Json;
using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>System.Text.Json without an application around it.</summary>
public sealed class SystemTextJsonTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Test]
    public void Indentation_and_escapes_are_those_of_the_options()
    {
        var written = JsonSerializer.Serialize(new UpdateOAuthConnectionRequest { Label = "<é>" }, Indented);

        Assert.That(written.ReplaceLineEndings("\n"), Is.EqualTo("{\n  \"label\": \"\\u003C\\u00E9\\u003E\"\n}"));
    }

    [Test]
    public void Null_is_null_where_a_type_has_it()
    {
        Assert.That(JsonSerializer.Deserialize<OAuthConnection>("null"), Is.Null);
        Assert.That(JsonSerializer.Deserialize<Sign?>("null"), Is.Null);
        Assert.That(JsonSerializer.Serialize<Sign?>(null), Is.EqualTo("null"));
        Assert.That(() => JsonSerializer.Deserialize<Sign>("null"), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Subtype_is_read_and_written_by_its_base_class()
    {
        const string json = """{"pack":"north","pet_type":"dog"}""";

        var pet = JsonSerializer.Deserialize<Inheritance.Pet>(json);

        Assert.That(pet, Is.InstanceOf<Inheritance.Dog>());
        Assert.That(JsonSerializer.Serialize(pet), Is.EqualTo(json));
        Assert.That(JsonSerializer.Serialize((Inheritance.Dog)pet!), Is.EqualTo(json));
    }

    [Test]
    public void Enumeration_without_a_value_is_refused()
    {
        Assert.That(() => JsonSerializer.Serialize(default(Sign)), Throws.InstanceOf<JsonException>().With.Message.Contains("Sign"));
        Assert.That(() => JsonSerializer.Serialize(new Dictionary<Sign, int> { [default] = 1 }), Throws.InstanceOf<JsonException>().With.Message.Contains("Sign"));
    }

    [Test]
    public void Key_that_is_no_integer_of_the_enumeration_is_refused()
    {
        Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<Code, int>>("""{"-7":1}""")), Is.EqualTo("""{"-7":1}"""));
        Assert.That(() => JsonSerializer.Deserialize<Dictionary<Code, int>>("""{"secret":1}"""), Throws.InstanceOf<JsonException>().With.Message.Not.Contains("secret"));
        Assert.That(() => JsonSerializer.Deserialize<Dictionary<Code, int>>("""{"99999999999999999999":1}"""), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Text_with_half_of_a_surrogate_pair_is_refused()
        => Assert.That(() => JsonSerializer.Serialize(new UpdateOAuthConnectionRequest { Label = "\uD83D" }), Throws.InstanceOf<JsonException>().With.Message.Contains("surrogate"));

    [Test]
    public void Message_of_what_does_not_fit_names_the_place_and_no_value()
        => Assert.That(
            () => JsonSerializer.Deserialize<OAuthConnectionList>("""{"data":[{"uuid":"secret"}]}"""),
            Throws.InstanceOf<JsonException>().With.Message.Contains("'data[0].uuid'").And.Message.Not.Contains("secret"));
}
