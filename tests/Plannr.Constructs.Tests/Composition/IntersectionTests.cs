using Newtonsoft.Json.Linq;
using Plannr.Constructs.Intersections;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Composition;

/// <summary>Tests allOf with parts that are not objects. The most specific part determines the type.</summary>
public sealed class IntersectionTests
{
    private const string Json =
        """
        {"region":null,"narrow":"high","count":3,"amount":1.50,"since":"2026-06-08T16:08:03Z","tags":["a"],"id":7,"alias":"x",
        "image":{"name":"debian","size":5,"more":true},"nothing":"text"}
        """;

    [Test]
    public async Task Values_are_sent_unchanged()
    {
        var droplet = PlannrJson.Deserialize<Droplet>(Json);

        var body = await Exchange.BodyOf(RawResponse.Json(200, Json), c => new DropletsClient(c).SetAsync(droplet));

        Assert.That(JToken.DeepEquals(JToken.Parse(body), JToken.Parse(Json)), Is.True, body);
    }

    [Test]
    public async Task Values_are_read_as_the_type_of_the_most_specific_part()
    {
        var droplet = await Exchange.ResultOf(RawResponse.Json(200, Json), c => new DropletsClient(c).SetAsync(new Droplet()));

        Assert.That((droplet.Region, PlannrJson.IsSet(droplet, nameof(droplet.Region))), Is.EqualTo(((string?)null, true)));
        Assert.That(droplet.Narrow, Is.EqualTo(Level.High));
        Assert.That((droplet.Count, droplet.Amount), Is.EqualTo(((int?)3, (decimal?)1.50m)));
        Assert.That(droplet.Since, Is.EqualTo(new DateTimeOffset(2026, 6, 8, 16, 8, 3, TimeSpan.Zero)));
        Assert.That(droplet.Tags, Is.EqualTo(new[] { "a" }));
        Assert.That((droplet.Id, droplet.Alias!.AsString()), Is.EqualTo(((long?)7, "x")));
        Assert.That((droplet.Image!.Name, droplet.Image.Size), Is.EqualTo(("debian", (long?)5)));
        Assert.That(droplet.Nothing, Is.EqualTo((JToken)"text"));
    }

    [Test]
    public async Task Property_that_one_part_marks_as_read_only_is_not_sent()
    {
        var droplet = PlannrJson.Deserialize<Droplet>("""{"level":"low","count":1}""");

        Assert.That(droplet.Level, Is.EqualTo(Level.Low));
        Assert.That(await Exchange.BodyOf(RawResponse.Json(200, "{}"), c => new DropletsClient(c).SetAsync(droplet)), Is.EqualTo("""{"count":1}"""));
    }
}
