using Plannr.Constructs.LooseParameters;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Tests parameters whose style OpenAPI does not define for their values. Nested values are written as JSON.</summary>
public sealed class LooseParameterTests
{
    private static readonly Filter Filter = new() { Name = "a", Values = ["b", "c"] };

    [Test]
    public async Task Objects_in_a_list_are_written_as_JSON()
        => Assert.That(
            await Target(c => c.GetAsync(["x"], filters: [Filter, new Filter { Name = "d" }])),
            Is.EqualTo("""/lists/x?filters={"name":"a","values":["b","c"]}&filters={"name":"d"}"""));

    [Test]
    public async Task Lists_in_a_list_are_written_as_JSON()
        => Assert.That(await Target(c => c.GetAsync(["x"], rows: [[1, 2], [3]])), Is.EqualTo("/lists/x?rows=[1,2]|[3]"));

    [Test]
    public async Task Objects_in_an_object_are_written_as_JSON()
        => Assert.That(
            await Target(c => c.GetAsync(["x"], groups: new Dictionary<string, Filter> { ["first"] = new() { Name = "d" } })),
            Is.EqualTo("""/lists/x?first={"name":"d"}"""));

    [Test]
    public async Task Style_that_does_not_apply_to_the_place_or_value_is_replaced_by_the_default()
        => Assert.That(await Target(c => c.GetAsync(["x", "y"], word: "w", text: "t")), Is.EqualTo("/lists/x,y?word=w&text=t"));

    [Test]
    public async Task File_parameter_is_a_string()
        => Assert.That(await Target(c => c.GetAsync(["x"], bytes: "b", parts: ["p", "q"])), Is.EqualTo("/lists/x?bytes=b&parts=p&parts=q"));

    [Test]
    public async Task Objects_in_a_header_are_written_as_JSON()
    {
        var request = await Exchange.RequestOf(c => new ListsClient(c).GetAsync(["x"], xFilters: [new Filter { Name = "d" }, new Filter { Name = "e" }]));

        Assert.That(Exchange.Header(request, "X-Filters"), Is.EqualTo("""{"name":"d"},{"name":"e"}"""));
    }

    private static async Task<string> Target(Func<ListsClient, Task> call) => Uri.UnescapeDataString(await Exchange.TargetOf(c => call(new ListsClient(c))));
}
