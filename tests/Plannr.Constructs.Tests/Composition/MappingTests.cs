using Newtonsoft.Json.Linq;
using Plannr.Constructs.Mappings;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Tests mappings to schemas that do not inherit or do not exist, and subtypes that redefine properties.</summary>
public sealed class MappingTests
{
    [TestCase("""{"kind":"car","doors":4,"wheels":4}""", "Car")]
    [TestCase("""{"kind":"van","load":1.5}""", "Van")]
    [TestCase("""{"kind":"bike"}""", "")]
    public async Task Class_without_subclasses_is_a_union_of_the_schemas_in_its_mapping(string json, string alternative)
    {
        var vehicle = (await RoundTrip($$"""{"vehicle":{{json}}}""")).Vehicle!;

        Assert.That(string.Join(",", new[] { vehicle.AsCar() is null ? "" : "Car", vehicle.AsVan() is null ? "" : "Van" }.Where(n => n.Length > 0)), Is.EqualTo(alternative));
    }

    [Test]
    public void Alternative_keeps_the_properties_of_the_union()
        => Assert.That(PlannrJson.Deserialize<Thing>("""{"vehicle":{"kind":"car","wheels":4}}""").Vehicle!.AsCar()!.AdditionalProperties["wheels"], Is.EqualTo((JToken)4));

    [TestCase("""{"kind":"round","radius":3}""", true, false)]
    [TestCase("""{"kind":"Square","side":3}""", false, true)]
    public async Task Alternatives_beside_properties_are_chosen_by_the_discriminator(string json, bool isCircle, bool isSquare)
    {
        var shape = (await RoundTrip($$"""{"shape":{{json}}}""")).Shape!;

        Assert.That((shape.AsCircle() is not null, shape.AsSquare() is not null), Is.EqualTo((isCircle, isSquare)));
    }

    [TestCase("""{"kind":"created","at":"now"}""", "EventOption1")]
    [TestCase("""{"kind":"resized","size":1}""", "EventOption2")]
    [TestCase("""{"kind":"gone","by":"me"}""", "Deleted")]
    public async Task Alternative_without_a_discriminator_value_is_chosen_by_its_structure(string json, string alternative)
    {
        var union = (await RoundTrip($$"""{"event":{{json}}}""")).Event!;

        var fits = new (string Name, object? Value)[] { ("EventOption1", union.AsEventOption1()), ("EventOption2", union.AsEventOption2()), ("Deleted", union.AsDeleted()) };
        Assert.That(string.Join(",", fits.Where(f => f.Value is not null).Select(f => f.Name)), Is.EqualTo(alternative));
    }

    [Test]
    public async Task Property_that_a_subtype_redefines_has_the_type_of_the_base_class()
    {
        var cat = (Cat)(await RoundTrip("""{"animal":{"kind":"cat","name":"Tom","home":{"place":"here","floor":3},"more":7,"lives":9}}""")).Animal!;

        Assert.That((cat.Name, cat.Home!.Place, cat.Lives), Is.EqualTo(("Tom", "here", (long?)9)));
        Assert.That(cat.Home.AdditionalProperties["floor"], Is.EqualTo((JToken)3));
        Assert.That(cat.More, Is.EqualTo((JToken)7));
    }

    [Test]
    public async Task Object_mapped_to_a_schema_that_does_not_inherit_is_read_as_the_base_class()
        => Assert.That((await RoundTrip("""{"animal":{"kind":"van","load":2}}""")).Animal, Is.TypeOf<Animal>());

    // Reads the JSON, and asserts that the object is sent back without a change.
    private static async Task<Thing> RoundTrip(string json)
    {
        var thing = await Exchange.ResultOf(RawResponse.Json(200, json), c => new ThingsClient(c).SetAsync(new Thing()));
        var body = await Exchange.BodyOf(RawResponse.Json(200, "{}"), c => new ThingsClient(c).SetAsync(thing));
        Assert.That(JToken.DeepEquals(JToken.Parse(body), JToken.Parse(json)), Is.True, body);
        return thing;
    }
}
