using Plannr.Constructs.Containers;
using Plannr.Constructs.Enumerations;
using Plannr.Constructs.Inheritance;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests the contract drift that clients report for constructs that Plannr's own contract does not use.</summary>
public sealed class ContractDriftTests
{
    [Test]
    public async Task Object_with_a_discriminator_is_compared_with_the_class_that_it_names()
    {
        const string Pets = """[{"pet_type":"cat","name":"Tom","lives":9,"new":1},{"pet_type":"dog","name":"Rex"},{"pet_type":"fish","name":"Nemo"},{"name":"Nobody"}]""";

        var drifts = await DriftsAsync(Pets, (client, observer) => new PetsClient(client) { DriftObserver = observer }.AddAsync(new Cat { Name = "Tom" }));

        Assert.That(drifts, Is.EqualTo(new[]
        {
            "Pets_Add UnknownProperty [].new",
            "Pets_Add MissingProperty [].pack",
            "Pets_Add UnknownValue [].pet_type",
            "Pets_Add MissingProperty [].pet_type",
        }));
    }

    [Test]
    public async Task Missing_discriminator_is_not_an_unknown_value()
    {
        var drifts = await DriftsAsync("""[{"name":"Nobody"},{"name":"Null","pet_type":null}]""", (client, observer) => new PetsClient(client) { DriftObserver = observer }.AddAsync(new Cat { Name = "Tom" }));

        Assert.That(drifts, Is.EqualTo(new[] { "Pets_Add MissingProperty [].pet_type" }));
    }

    [Test]
    public async Task Map_keys_are_not_reported_and_map_values_are_compared()
    {
        const string Trees = """{"oak":{"name":"A","lists":{"b":["a"]},"free":{"c":1},"new":1},"elm":{"children":[{"new":{"d":1}}],"counted":{"other":1}}}""";

        var drifts = await DriftsAsync(Trees, AddTreesAsync);

        Assert.That(drifts, Is.EqualTo(new[]
        {
            "Trees_Add UnknownProperty *.new",
            "Trees_Add UnknownProperty *.children[].new",
            "Trees_Add MissingProperty *.children[].name",
            "Trees_Add MissingProperty *.name",
        }));
    }

    [Test]
    public async Task Map_keys_are_property_names_again_after_the_end_of_the_map()
    {
        var drifts = await DriftsAsync("""{"oak":{"name":"A","lists":{"b":["a"]},"new":1}}""", AddTreesAsync);

        Assert.That(drifts, Is.EqualTo(new[] { "Trees_Add UnknownProperty *.new" }));
    }

    [TestCase("""{"oak":{"lists":{"secret":5}}}""", "InvalidValue *.lists.*")]
    [TestCase("""{"oak":{"lists":{"secret":["a",{}]}}}""", "InvalidValue *.lists.*[]")]
    [TestCase("""{"oak":{"children":[{"matrix":[[1,"a"]]}]}}""", "InvalidValue *.children[].matrix[][]")]
    [TestCase("""{"":{"lists":{"secret":5}}}""", "InvalidValue *.lists.*")]
    [TestCase("""{"oak":{"lists":{"":5}}}""", "InvalidValue *.lists")]
    [TestCase("[1]", "InvalidBody ")]
    public void Invalid_value_is_reported_with_its_path(string json, string expected)
    {
        var drifts = new List<string>();

        Assert.CatchAsync<PlannrApiException>(() => Exchange.ResultOf(RawResponse.Json(200, json), client => AddTreesAsync(client, drift => drifts.Add(Text(drift)))));

        Assert.That(drifts, Is.EqualTo(new[] { "Trees_Add " + expected }));
    }

    [Test]
    public async Task Map_key_without_text_is_reported_like_the_others()
    {
        var drifts = await DriftsAsync("""{"":{"lists":{"":["a"]},"new":1,"children":[{"name":"A","":1}]}}""", AddTreesAsync);

        Assert.That(drifts, Is.EqualTo(new[] { "Trees_Add UnknownProperty *.new", "Trees_Add UnknownProperty *.children[].*", "Trees_Add MissingProperty *.name" }));
    }

    [Test]
    public async Task Difference_is_reported_once()
    {
        var drifts = await DriftsAsync("""{"oak":{"name":"A","new":1},"elm":{"name":"B","new":2,"newer":3},"ash":{"name":"C","new":4}}""", AddTreesAsync);

        Assert.That(drifts, Is.EqualTo(new[] { "Trees_Add UnknownProperty *.new", "Trees_Add UnknownProperty *.newer" }));
    }

    [Test]
    public async Task At_most_64_differences_are_reported()
    {
        var properties = string.Join(',', Enumerable.Range(1, 100).Select(n => $"\"new_{n}\":1"));

        var drifts = await DriftsAsync($$$"""{"oak":{"name":"A",{{{properties}}}}}""", AddTreesAsync);

        Assert.That(drifts, Is.EqualTo(Enumerable.Range(1, 64).Select(n => $"Trees_Add UnknownProperty *.new_{n}")));
    }

    [TestCase("{}", "MissingProperty kind")]
    [TestCase("""{"kind":"small","":1}""", "UnknownProperty *")]
    [TestCase("""{"kind":"small","a b":1}""", "UnknownProperty *")]
    [TestCase("""{"kind":"small","new":1}""", "UnknownProperty new")]
    public async Task Property_of_the_root_is_reported_with_its_name(string json, string expected)
    {
        var drifts = await DriftsAsync(json, (client, observer) => new ThingsClient(client) { DriftObserver = observer }.GetAsync(Kind.Small));

        Assert.That(drifts, Is.EqualTo(new[] { "Things_Get " + expected }));
    }

    [Test]
    public async Task Unknown_value_of_an_enumeration_is_reported()
    {
        var drifts = await DriftsAsync("""{"kind":"brand new","state":"on"}""", (client, observer) => new ThingsClient(client) { DriftObserver = observer }.GetAsync(Kind.Small));

        Assert.That(drifts.Where(d => d.Contains("UnknownValue")), Is.EqualTo(new[] { "Things_Get UnknownValue kind" }));
    }

    [Test]
    public void Undocumented_status_code_is_reported()
    {
        var drifts = new List<string>();

        Assert.CatchAsync<PlannrApiException>(() => Exchange.ResultOf(
            RawResponse.Json(201, "{}"), client => new VehiclesClient(client) { DriftObserver = drift => drifts.Add(Text(drift)) }.GetAsync()));

        Assert.That(drifts, Is.EqualTo(new[] { "Vehicles_Get UndocumentedStatus 201" }));
    }

    private static Task<IDictionary<string, Tree>> AddTreesAsync(HttpClient client, Action<ContractDrift> observer)
        => new TreesClient(client) { DriftObserver = observer }.AddAsync([]);

    private static async Task<IReadOnlyList<string>> DriftsAsync<T>(string body, Func<HttpClient, Action<ContractDrift>, Task<T>> call)
    {
        var drifts = new List<string>();
        await Exchange.ResultOf(RawResponse.Json(200, body), client => call(client, drift => drifts.Add(Text(drift))));
        return drifts;
    }

    private static string Text(ContractDrift drift) => $"{drift.Operation} {drift.Kind} {drift.Place}";
}
