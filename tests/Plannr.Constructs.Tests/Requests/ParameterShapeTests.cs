using Newtonsoft.Json.Linq;
using Plannr.Constructs.ParameterShapes;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Tests how parameters and bodies of unusual shapes are sent. The gate rejects parameters that their style cannot write.</summary>
public sealed class ParameterShapeTests
{
    [Test]
    public async Task Parameter_with_JSON_content_is_sent_as_JSON()
    {
        var request = await Exchange.RequestOf(c => new ShapesClient(c).JsonAsync(
            rows: [[1, 2.5], []], xParts: [new Dictionary<string, string?> { ["a"] = "b", ["c"] = null }], lists: new Dictionary<string, IList<long>> { ["x"] = [1, 2] }));

        Assert.That(request.Split(' ')[1], Is.EqualTo("/json?rows=%5B%5B1.0%2C2.5%5D%2C%5B%5D%5D"));
        Assert.That(Exchange.Header(request, "X-Parts"), Is.EqualTo("""[{"a":"b","c":null}]"""));
        Assert.That(Exchange.Header(request, "Cookie"), Is.EqualTo("lists=%7B%22x%22%3A%5B1%2C2%5D%7D"));
    }

    [Test]
    public async Task Path_keeps_double_and_trailing_slashes()
        => Assert.That(await Exchange.TargetOf(c => new ShapesClient(c).SlashesAsync(1)), Is.EqualTo("//double/1/"));

    [Test]
    public async Task Placeholders_within_path_segments_are_replaced()
        => Assert.That(await Exchange.TargetOf(c => new ShapesClient(c).SegmentsAsync(new DateOnly(2026, 1, 2), new DateOnly(2026, 3, 4), "csv")), Is.EqualTo("/days/2026-01-02..2026-03-04/2026-01-02.csv"));

    [Test]
    public async Task Parameters_with_special_characters_are_sent_with_the_names_in_the_contract()
    {
        var request = await Exchange.RequestOf(c => new ShapesClient(c).NamesAsync("1", "2", "3", "4", "5", größe2: "6", kuchenGröße: "7", filter: "8", filter2: "9"));

        Assert.That(request.Split(' ')[1], Is.EqualTo("/gr%C3%B6%C3%9Fe/1/2/;gr%C3%B6%C3%9Fe=3/4/5?gr%C3%B6%C3%9Fe=6&Filter=8&filter=9"));
        Assert.That(Exchange.Header(request, "Cookie"), Is.EqualTo("kuchen%20gr%C3%B6%C3%9Fe=7"));
    }

    [TestCase("\"a b\"", "any=a%20b")]
    [TestCase("1.5", "any=1.5")]
    [TestCase("[1,\"b\"]", "any=1&any=b")]
    [TestCase("{\"a\":1,\"b\":\"c\"}", "a=1&b=c")]
    public async Task Parameter_without_a_type_is_written_by_the_type_of_its_value(string json, string query)
        => Assert.That(await Exchange.TargetOf(c => new ShapesClient(c).AnyAsync(JToken.Parse(json))), Is.EqualTo("/any?" + query));

    [Test]
    public async Task Parameters_without_a_type_are_written_in_their_style()
        => Assert.That(
            await Exchange.TargetOf(c => new ShapesClient(c).AnyAsync(1, list: [1, "b", true], deep: new JObject { ["a"] = new JObject { ["b"] = 1 } })),
            Is.EqualTo("/any?any=1&list=1,b,true&deep%5Ba%5D%5Bb%5D=1"));

    [Test]
    public async Task Dictionaries_are_written_in_every_style()
    {
        var map = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" };

        var request = await Exchange.RequestOf(c => new ShapesClient(c).MapsAsync(
            exploded: new Dictionary<string, long> { ["x y"] = 1, ["z"] = 2 }, joined: new Dictionary<string, string?> { ["a"] = "1", ["b"] = null }, xMap: map, map: map));

        Assert.That(request.Split(' ')[1], Is.EqualTo("/maps?x%20y=1&z=2&joined=a,1"));
        Assert.That(Exchange.Header(request, "X-Map"), Is.EqualTo("a,1,b,2"));
        Assert.That(Exchange.Header(request, "Cookie"), Is.EqualTo("map=a,1,b,2"));
    }

    [Test]
    public async Task Union_is_written_as_the_value_that_it_contains()
    {
        Assert.That(await Exchange.TargetOf(c => new ShapesClient(c).UnionsAsync("a b", since: 5, mixed: [1, "b"])), Is.EqualTo("/unions?either=a%20b&since=5&mixed=1,b"));
        Assert.That(
            await Exchange.TargetOf(c => new ShapesClient(c).UnionsAsync(new ShapesUnionsEither(["a", "b"]), since: new ShapesUnionsSinceOption2 { Gt = 5 })),
            Is.EqualTo("/unions?either=a&either=b&since%5Bgt%5D=5"));
    }

    [Test]
    public async Task Null_in_a_list_is_omitted()
        => Assert.That(await Exchange.TargetOf(c => new ShapesClient(c).NullsAsync(["a", null, "b"], numbers: [1, null, 2])), Is.EqualTo("/nulls?texts=a&texts=b&numbers=1,2"));

    [Test]
    public async Task Nested_objects_are_written_with_brackets()
    {
        var node = new Node { Name = "a", Next = new Node { Name = "b" }, Rows = [[1, 2], [3]] };

        var target = Uri.UnescapeDataString(await Exchange.TargetOf(c => new ShapesClient(c).DeepAsync(node, list: ["x", "y"])));

        Assert.That(target, Is.EqualTo("/deep?node[name]=a&node[next][name]=b&node[rows][0]=1&node[rows][0]=2&node[rows][1]=3&list=x&list=y"));
    }

    [Test]
    public async Task Body_of_nested_dictionaries_and_lists_is_sent()
    {
        var uuid = Guid.Parse("6ff8f7f6-1eb3-3525-be4a-3932c805afed");

        Assert.That(
            await Exchange.BodyOf(RawResponse.Head(204), c => new ShapesClient(c).MapOfListsAsync(new Dictionary<string, IList<Guid>> { ["a"] = [uuid], ["b"] = [] })),
            Is.EqualTo("""{"a":["6ff8f7f6-1eb3-3525-be4a-3932c805afed"],"b":[]}"""));
        Assert.That(
            await Exchange.BodyOf(RawResponse.Head(204), c => new ShapesClient(c).ListOfMapsAsync([new Dictionary<string, IList<long?>?> { ["a"] = [1, null], ["b"] = null }])),
            Is.EqualTo("""[{"a":[1,null],"b":null}]"""));
    }
}
