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

        var drifts = await DriftsAsync(Trees, (client, observer) => new TreesClient(client) { DriftObserver = observer }.AddAsync([]));

        Assert.That(drifts, Is.EqualTo(new[]
        {
            "Trees_Add UnknownProperty *.new",
            "Trees_Add UnknownProperty *.children[].new",
            "Trees_Add MissingProperty *.children[].name",
            "Trees_Add MissingProperty *.name",
        }));
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

    private static async Task<IReadOnlyList<string>> DriftsAsync<T>(string body, Func<HttpClient, Action<ContractDrift>, Task<T>> call)
    {
        var drifts = new List<string>();
        await Exchange.ResultOf(RawResponse.Json(200, body), client => call(client, drift => drifts.Add(Text(drift))));
        return drifts;
    }

    private static string Text(ContractDrift drift) => $"{drift.Operation} {drift.Kind} {drift.Place}";
}
