using Newtonsoft.Json.Linq;
using Plannr.Constructs.Containers;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Arrays, dictionaries, nested and circular schemas, and additionalProperties in all forms.</summary>
public sealed class ContainerTests
{
    [Test]
    public async Task Circular_schemas_there_and_back()
    {
        const string Json = """{"a":{"name":"A","children":[{"name":"B","matrix":[[1.0,2.5],[]]}],"lists":{"x":["1"]},"free":{"y":null},"any_list":[1,"2"]}}""";
        var answer = default(IDictionary<string, Tree>);
        var tree = new Tree { Name = "A", Parent = new Tree { Name = "P" }, Children = [] };

        var body = await Exchange.BodyOf(RawResponse.Json(200, Json), async c => answer = await new TreesClient(c).AddAsync([tree]));

        Assert.That(body, Is.EqualTo("""[{"name":"A","parent":{"name":"P"},"children":[]}]"""));
        Assert.That(answer!["a"].Children![0].Matrix![0][1], Is.EqualTo(2.5));
        Assert.That(PlannrJson.Serialize(answer, JsonFormats.MapOf(JsonFormats.ObjectOf<Tree>())), Is.EqualTo(Json));
    }

    [Test]
    public async Task Schemas_in_place_have_types_of_their_own()
    {
        var found = await Exchange.Answer(RawResponse.Json(200, """{"total":1,"items":[{"tree":{"name":"A"},"marks":{"best":true}}]}"""), c => new TreesClient(c).FindAsync());

        Assert.That(found.Items![0].Marks!.Best, Is.True);
        Assert.That(found.Items[0].Tree!.Name, Is.EqualTo("A"));
    }

    [Test]
    public void Other_attributes_are_kept_where_the_contract_allows_them()
    {
        var counted = PlannrJson.Deserialize<Counted>("""{"name":"A","more":3}""");

        Assert.That(counted.AdditionalProperties["more"], Is.EqualTo(new JValue(3)));
        Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Closed>("""{"name":"A","more":3}""")), Is.EqualTo("""{"name":"A"}"""));
    }

    [Test]
    public void Errors_may_be_arrays_and_numbers()
    {
        var problems = Assert.ThrowsAsync<PlannrApiException<IList<string>>>(() => Exchange.Answer(RawResponse.Json(400, """["a"]"""), c => new TreesClient(c).AddAsync([])));
        var clashes = Assert.ThrowsAsync<PlannrApiException<long>>(() => Exchange.Answer(RawResponse.Json(409, "3"), c => new TreesClient(c).AddAsync([])));

        Assert.That(problems!.Error, Is.EqualTo(new[] { "a" }));
        Assert.That(clashes!.Error, Is.EqualTo(3));
    }
}
