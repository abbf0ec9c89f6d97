using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Discriminators;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Tests discriminators of every type, whose values come from a mapping, an enumeration, or a schema name, and several levels of them.</summary>
public sealed class DiscriminatorTests
{
    [TestCase("""{"item":{"kind":1}}""", typeof(Document))]
    [TestCase("""{"item":{"kind":2}}""", typeof(Item))]
    [TestCase("""{"order":{"side":"market"}}""", typeof(Market))]
    [TestCase("""{"order":{"side":"limit"}}""", typeof(Limit))]
    [TestCase("""{"order":{"side":"LimitOnClose"}}""", typeof(LimitOnClose))]
    [TestCase("""{"order":{"side":"other"}}""", typeof(Order))]
    [TestCase("""{"market_order":{"side":"limit"}}""", typeof(Market))]
    [TestCase("""{"maybe_order":{"side":"market"}}""", typeof(Market))]
    [TestCase("""{"switch":{"is_on":true}}""", typeof(OnSwitch))]
    [TestCase("""{"switch":{"is_on":false}}""", typeof(OffSwitch))]
    [TestCase("""{"tag":{"tag_type":"6ff8f7f6-1eb3-3525-be4a-3932c805afed"}}""", typeof(Label))]
    [TestCase("""{"tag":{"tag_type":"6FF8F7F6-1EB3-3525-BE4A-3932C805AFED"}}""", typeof(Label))]
    [TestCase("""{"level":{"rank":1}}""", typeof(First))]
    [TestCase("""{"level":{"rank":2}}""", typeof(Second))]
    [TestCase("""{"word":{"class":"noun"}}""", typeof(Noun))]
    [TestCase("""{"word":{"class":"verb"}}""", typeof(Verb))]
    [TestCase("""{"word":{"class":"Verb"}}""", typeof(Word))]
    [TestCase("""{"word":{"class":null}}""", typeof(Word))]
    [TestCase("""{"code":{"version":1.5}}""", typeof(OldCode))]
    [TestCase("""{"code":{"version":2.0}}""", typeof(NewCode))]
    [TestCase("""{"node":{"type":3}}""", typeof(Leaf))]
    [TestCase("""{"node":{"type":4}}""", typeof(Branch))]
    [TestCase("""{"node":{"type":5}}""", typeof(Branch))]
    [TestCase("""{"node":{"type":6}}""", typeof(Node))]
    [TestCase("""{"event":{"group":"mouse","button":1}}""", typeof(Click))]
    [TestCase("""{"event":{"group":"mouse","button":2}}""", typeof(MouseEvent))]
    [TestCase("""{"event":{"group":"Click","button":1}}""", typeof(Click))]
    [TestCase("""{"event":{"button":1}}""", typeof(Event))]
    [TestCase("""{"mixed":{"type":"a"}}""", typeof(MixedA))]
    [TestCase("""{"day":{"date":"2026-01-01"}}""", typeof(NewYear))]
    public async Task Object_is_read_by_both_serializers_as_the_class_that_its_discriminator_names(string json, Type type)
    {
        var result = await Exchange.ResultOf(RawResponse.Json(200, json), c => new EverythingClient(c).EchoAsync(new Everything()));
        using var reader = new JsonTextReader(new StringReader(json)) { FloatParseHandling = FloatParseHandling.Decimal };
        var reflected = PlannrJson.CreateSerializer().Deserialize<Everything>(reader)!;

        Assert.That(Single(result), Is.TypeOf(type));
        Assert.That(Single(reflected), Is.TypeOf(type), "Read by Newtonsoft's serializer.");
        Assert.That(JToken.DeepEquals(JToken.Parse(PlannrJson.Serialize(result)), JToken.Parse(json.Replace("6FF8F7F6-1EB3-3525-BE4A-3932C805AFED", "6ff8f7f6-1eb3-3525-be4a-3932c805afed", StringComparison.Ordinal))), Is.True, PlannrJson.Serialize(result));
    }

    [Test]
    public void Integer_discriminator_with_a_zero_fraction_names_the_same_class() => Assert.That(PlannrJson.Deserialize<Item>("""{"kind":1.0}"""), Is.TypeOf<Document>());

    private static IEnumerable<TestCaseData> New =>
    [
        Case(new Document(), """{"kind":1}"""),
        Case(new Market(), """{"side":"market"}"""),
        Case(new LimitOnClose(), """{"side":"LimitOnClose"}"""),
        Case(new OnSwitch(), """{"is_on":true}"""),
        Case(new Label(), """{"tag_type":"6ff8f7f6-1eb3-3525-be4a-3932c805afed"}"""),
        Case(new First(), """{"rank":1}"""),
        Case(new Second(), """{"rank":2}"""),
        Case(new Noun(), """{"class":"noun"}"""),
        Case(new Verb(), """{"class":"verb"}"""),
        Case(new OldCode(), """{"version":1.5}"""),
        Case(new Leaf(), """{"type":3}"""),
        Case(new Branch(), "{}"),
        Case(new Root(), "{}"),
        Case(new Click(), """{"button":1,"group":"Click"}"""),
        Case(new MixedA(), """{"type":"a"}"""),
        Case(new NewYear(), """{"date":"2026-01-01"}"""),
    ];

    [TestCaseSource(nameof(New))]
    public void New_object_has_the_discriminator_value_of_its_class(ApiObject value, string json) => Assert.That(PlannrJson.Serialize(value), Is.EqualTo(json));

    [TestCase("""{"kind":1}""", true, false)]
    [TestCase("""{"kind":2}""", false, true)]
    [TestCase("""{"kind":3}""", false, false)]
    [TestCase("{}", false, false)]
    public void Union_alternative_is_chosen_by_an_integer_discriminator(string json, bool isFile, bool isFolder)
    {
        var entry = new Entry(JToken.Parse(json));

        Assert.That((entry.AsFileEntry() is not null, entry.AsFolder() is not null), Is.EqualTo((isFile, isFolder)));
    }

    [TestCase("""{"kind":"circle"}""", "Circle")]
    [TestCase("""{"kind":"ring"}""", "Circle")]
    [TestCase("""{"kind":"Circle"}""", "")]
    [TestCase("""{"kind":"Square"}""", "Square")]
    [TestCase("""{"kind":"dot"}""", "ShapeOption4")]
    [TestCase("""{"kind":2}""", "Entry")]
    [TestCase("""{"kind":"Entry"}""", "")]
    public void Union_without_a_mapping_prefers_enumeration_values_to_schema_names(string json, string alternative)
    {
        var shape = new Shape(JToken.Parse(json));

        var alternatives = new (string Name, object? Value)[] { ("Circle", shape.AsCircle()), ("Square", shape.AsSquare()), ("Entry", shape.AsEntry()), ("ShapeOption4", shape.AsShapeOption4()) };
        Assert.That(string.Join(",", alternatives.Where(a => a.Value is not null).Select(a => a.Name)), Is.EqualTo(alternative));
    }

    private static TestCaseData Case(ApiObject value, string json) => new TestCaseData(value, json).SetArgDisplayNames(value.GetType().Name);

    private static object? Single(Everything everything) => typeof(Everything).GetProperties().Where(p => p.GetCustomAttributes(typeof(JsonPropertyAttribute), false).Length > 0).Select(p => p.GetValue(everything)).Single(v => v is not null);
}
