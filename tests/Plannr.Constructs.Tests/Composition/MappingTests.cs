using Newtonsoft.Json.Linq;
using Plannr.Constructs.Mappings;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Discriminators whose mappings name schemas that do not inherit, or nothing; and subtypes that define properties anew.</summary>
public sealed class MappingTests
{
    [TestCase("""{"kind":"car","doors":4,"wheels":4}""", "Car")]
    [TestCase("""{"kind":"van","load":1.5}""", "Van")]
    [TestCase("""{"kind":"bike"}""", "")]
    public async Task Class_without_heirs_is_a_union_of_what_its_mapping_names(string json, string alternative)
    {
        var vehicle = (await Sent($$"""{"vehicle":{{json}}}""")).Vehicle!;

        Assert.That(string.Join(",", new[] { vehicle.AsCar() is null ? "" : "Car", vehicle.AsVan() is null ? "" : "Van" }.Where(n => n.Length > 0)), Is.EqualTo(alternative));
    }

    [Test]
    public void Alternative_keeps_the_properties_of_the_union()
        => Assert.That(PlannrJson.Deserialize<Thing>("""{"vehicle":{"kind":"car","wheels":4}}""").Vehicle!.AsCar()!.AdditionalProperties["wheels"], Is.EqualTo((JToken)4));

    [TestCase("""{"kind":"round","radius":3}""", true, false)]
    [TestCase("""{"kind":"Square","side":3}""", false, true)]
    public async Task Alternatives_beside_properties_are_told_by_the_discriminator(string json, bool isCircle, bool isSquare)
    {
        var shape = (await Sent($$"""{"shape":{{json}}}""")).Shape!;

        Assert.That((shape.AsCircle() is not null, shape.AsSquare() is not null), Is.EqualTo((isCircle, isSquare)));
    }

    [TestCase("""{"kind":"created","at":"now"}""", "EventOption1")]
    [TestCase("""{"kind":"resized","size":1}""", "EventOption2")]
    [TestCase("""{"kind":"gone","by":"me"}""", "Deleted")]
    public async Task Alternative_without_a_value_is_told_by_its_structure(string json, string alternative)
    {
        var union = (await Sent($$"""{"event":{{json}}}""")).Event!;

        var fits = new (string Name, object? Value)[] { ("EventOption1", union.AsEventOption1()), ("EventOption2", union.AsEventOption2()), ("Deleted", union.AsDeleted()) };
        Assert.That(string.Join(",", fits.Where(f => f.Value is not null).Select(f => f.Name)), Is.EqualTo(alternative));
    }

    [Test]
    public async Task Property_that_a_subtype_defines_anew_has_the_type_of_the_base_class()
    {
        var cat = (Cat)(await Sent("""{"animal":{"kind":"cat","name":"Tom","home":{"place":"here","floor":3},"more":7,"lives":9}}""")).Animal!;

        Assert.That((cat.Name, cat.Home!.Place, cat.Lives), Is.EqualTo(("Tom", "here", (long?)9)));
        Assert.That(cat.Home.AdditionalProperties["floor"], Is.EqualTo((JToken)3));
        Assert.That(cat.More, Is.EqualTo((JToken)7));
    }

    [Test]
    public async Task Value_whose_schema_does_not_inherit_is_read_as_the_base_class()
        => Assert.That((await Sent("""{"animal":{"kind":"van","load":2}}""")).Animal, Is.TypeOf<Animal>());

    // What is received is what is sent, to the last property.
    private static async Task<Thing> Sent(string json)
    {
        var thing = await Exchange.Answer(RawResponse.Json(200, json), c => new ThingsClient(c).SetAsync(new Thing()));
        var body = await Exchange.BodyOf(RawResponse.Json(200, "{}"), c => new ThingsClient(c).SetAsync(thing));
        Assert.That(JToken.DeepEquals(JToken.Parse(body), JToken.Parse(json)), Is.True, body);
        return thing;
    }
}
