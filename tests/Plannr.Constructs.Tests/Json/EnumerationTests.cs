using System.Globalization;
using Newtonsoft.Json;
using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests enumerations, which the server may extend.</summary>
public sealed class EnumerationTests
{
    [Test]
    public async Task Parameters_are_sent_as_the_values_in_the_contract()
        => Assert.That(
            (await Exchange.RequestOf(RawResponse.Json(200, """{"kind":"small"}"""), c => new ThingsClient(c).GetAsync(Kind.VeryBig, ThingsGetLevel.Minus1))).Split(' ')[1],
            Is.EqualTo("/things/very%20big?level=-1"));

    [Test]
    public async Task Optional_body_can_be_omitted()
    {
        Assert.That(await Exchange.BodyOf(RawResponse.Head(204), c => new ThingsClient(c).SetKindAsync(Kind.Small, Kind.VeryBig)), Is.EqualTo("\"very big\""));
        Assert.That(await Exchange.BodyOf(RawResponse.Head(204), c => new ThingsClient(c).SetKindAsync(Kind.Small)), Is.Null.Or.Empty);
    }

    [Test]
    public void Known_and_unknown_values_are_read_and_written_unchanged()
    {
        const string Json = """{"kind":"brand new","other_kind":null,"code":3000000000,"codes":[1,7],"state":"on"}""";

        var thing = PlannrJson.Deserialize<Thing>(Json);

        Assert.That(thing.Kind, Is.EqualTo(new Kind("brand new")));
        Assert.That(thing.OtherKind, Is.Null);
        Assert.That(thing.Code, Is.EqualTo(Code.Value3000000000));
        Assert.That(thing.Codes, Is.EqualTo(new Code[] { Code.Value1, 7 }));
        Assert.That(thing.State, Is.EqualTo(ThingState.On));
        Assert.That(PlannrJson.Serialize(thing), Is.EqualTo(Json));
    }

    [Test]
    public void Members_have_valid_and_unique_names()
        => Assert.That(
            new[] { Kind.Small, Kind.VeryBig, Kind.Empty, Kind.Plus1, Kind.Minus1, Kind._1st, Kind.Value2, Kind.Equals2, Kind.Größe, Kind.Quoted, Kind.AB, Kind.AB2, Kind.Class, Kind.TryParse2 }.Select(k => k.Value),
            Is.EqualTo(new[] { "small", "very big", "", "+1", "-1", "1st", "Value", "equals", "Größe", "\"quoted\\\"", "a-b", "a_b", "class", "try_parse" }));

    [Test]
    public void Members_have_the_names_that_the_contract_defines()
    {
        Assert.That(new[] { Priority.Low, Priority.MediumHigh, Priority._2Urgent }.Select(p => p.Value), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(new[] { Sign.LESS, Sign.LESS_OR_EQUAL, Sign.VALUE }.Select(s => s.Value), Is.EqualTo(new[] { "<", "<=", "<>" }));
    }

    [Test]
    public void Enumerations_are_compared_and_converted_to_text_by_value()
    {
        Assert.That(Kind.Small == "small", Is.True);
        Assert.That(Kind.Small != Kind.Empty, Is.True);
        Assert.That(default(Kind).ToString(), Is.Empty);
        Assert.That(Code.Value200.ToString(), Is.EqualTo("200"));
    }

    [TestCase("very big")]
    [TestCase("brand new")]
    [TestCase("")]
    public void TryParse_of_a_string_enumeration_accepts_any_text(string text)
    {
        Assert.That(Kind.TryParse(text, null, out var kind), Is.True);
        Assert.That(kind, Is.EqualTo(new Kind(text)));
    }

    [Test]
    public void TryParse_of_null_returns_false()
    {
        Assert.That(Kind.TryParse(null, null, out var kind), Is.False);
        Assert.That(kind, Is.EqualTo(default(Kind)));
        Assert.That(Priority.TryParse(null, null, out var priority), Is.False);
        Assert.That(priority, Is.EqualTo(default(Priority)));
    }

    [TestCase("2", 2)]
    [TestCase("-2147483648", int.MinValue)]
    [TestCase("+7", 7)]
    public void TryParse_of_an_integer_enumeration_accepts_any_integer_of_its_type(string text, int expected)
    {
        // The signs of a culture must have no effect.
        var culture = new CultureInfo("") { NumberFormat = { NegativeSign = "~", PositiveSign = "^" } };

        Assert.That(ThingsGetLevel.TryParse(text, culture, out var level), Is.True);
        Assert.That(level.Value, Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("Low")]
    [TestCase(" 1")]
    [TestCase("1.0")]
    [TestCase("2147483648")]
    public void TryParse_of_an_integer_enumeration_returns_false_for_other_text(string text)
    {
        Assert.That(ThingsGetLevel.TryParse(text, null, out var level), Is.False);
        Assert.That(level, Is.EqualTo(default(ThingsGetLevel)));
    }

    [TestCase("""{"kind":1}""")]
    [TestCase("""{"kind":null}""")]
    [TestCase("""{"code":"1"}""")]
    [TestCase("""{"code":1.5}""")]
    public void Reading_JSON_of_another_type_throws(string json) => Assert.Throws<JsonSerializationException>(() => PlannrJson.Deserialize<Thing>(json));

    [Test]
    public void Writing_an_uninitialized_value_throws()
        => Assert.That(() => PlannrJson.Serialize(new Thing { Kind = default }), Throws.TypeOf<JsonSerializationException>().With.Message.EqualTo("The Kind has no value."));

    [Test]
    public async Task Uninitialized_value_in_a_path_throws()
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new ThingsClient(c).GetAsync(default))).ParamName, Is.EqualTo("kind"));
}
