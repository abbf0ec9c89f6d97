using Newtonsoft.Json.Linq;
using Plannr.Constructs.Containers;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests arrays, dictionaries, nested and circular schemas, and every form of additionalProperties.</summary>
public sealed class ContainerTests
{
    [Test]
    public async Task Circular_schemas_are_sent_and_read_without_loss()
    {
        const string Json = """{"a":{"name":"A","children":[{"name":"B","matrix":[[1.0,2.5],[]]}],"lists":{"x":["1"]},"free":{"y":null},"any_list":[1,"2"]}}""";
        var result = default(IDictionary<string, Tree>);
        var tree = new Tree { Name = "A", Parent = new Tree { Name = "P" }, Children = [] };

        var body = await Exchange.BodyOf(RawResponse.Json(200, Json), async c => result = await new TreesClient(c).AddAsync([tree]));

        Assert.That(body, Is.EqualTo("""[{"name":"A","parent":{"name":"P"},"children":[]}]"""));
        Assert.That(result!["a"].Children![0].Matrix![0][1], Is.EqualTo(2.5));
        Assert.That(PlannrJson.Serialize(result, JsonFormats.MapOf(JsonFormats.ObjectOf<Tree>())), Is.EqualTo(Json));
    }

    [Test]
    public async Task Inline_schemas_are_read_as_generated_types()
    {
        var found = await Exchange.ResultOf(RawResponse.Json(200, """{"total":1,"items":[{"tree":{"name":"A"},"marks":{"best":true}}]}"""), c => new TreesClient(c).FindAsync());

        Assert.That(found.Items![0].Marks!.Best, Is.True);
        Assert.That(found.Items[0].Tree!.Name, Is.EqualTo("A"));
    }

    [Test]
    public void Additional_properties_are_kept_only_if_the_contract_allows_them()
    {
        var counted = PlannrJson.Deserialize<Counted>("""{"name":"A","more":3}""");

        Assert.That(counted.AdditionalProperties["more"], Is.EqualTo(new JValue(3)));
        Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Closed>("""{"name":"A","more":3}""")), Is.EqualTo("""{"name":"A"}"""));
    }

    [Test]
    public void Error_can_be_an_array_or_a_number()
    {
        var problems = Assert.ThrowsAsync<PlannrApiException<IList<string>>>(() => Exchange.ResultOf(RawResponse.Json(400, """["a"]"""), c => new TreesClient(c).AddAsync([])));
        var clashes = Assert.ThrowsAsync<PlannrApiException<long>>(() => Exchange.ResultOf(RawResponse.Json(409, "3"), c => new TreesClient(c).AddAsync([])));

        Assert.That(problems!.Error, Is.EqualTo(new[] { "a" }));
        Assert.That(clashes!.Error, Is.EqualTo(3));
    }
}
