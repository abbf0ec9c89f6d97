using CsCheck;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Modeling.Operations;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>The names of operations with and without an operationId of the form <c>Group_Method</c>.</summary>
public sealed class OperationNameTests
{
    private static readonly Gen<string?> Tags = OneOf<string?>(null, "pets", "Pets", "IPets", "api", "pull requests", "2fa", "питомцы", "", "IAM", "AM");

    private static readonly Gen<string?> Ids = OneOf<string?>(
        null, "Pets_List", "Pets_ListWithResponse", "IPets_List", "Api_List", "list", "pets/list", "pets_list", "listPets", "list_pets", "listWithResponse", "PetsController_list", "getPets", "2fa", "*");

    private static readonly Gen<string> Paths = OneOf("/pets", "/pets/", "/pets/{id}", "/pets/by-id", "/v1/pets", "/{id}", "/", "/2fa", "/list/with-response");

    private static readonly Gen<string> Verbs = OneOf("get", "post", "delete");

    [TestCase("Pets_List", "animals", "get /pets", "Pets", "List")]
    [TestCase("Pets_ListWithResponse", null, "get /pets", "Pets", "ListWithResponse")]
    [TestCase("IAM_List", null, "get /pets", "IAM", "List")]
    [TestCase("Api_List", null, "get /pets", "ApiGroup", "List")]
    [TestCase("listPets", "pets", "get /pets", "Pets", "ListPets")]
    [TestCase("pets_list", "pets", "get /pets", "Pets", "List")]
    [TestCase("pets/list-for-org", "pets", "get /pets", "Pets", "ListForOrg")]
    [TestCase("pull-requests/list", "Pull Requests", "get /pets", "PullRequests", "List")]
    [TestCase("PetsController_findAll", "Pets", "get /pets", "Pets", "FindAll")]
    [TestCase("CatsController_findAll", null, "get /cats", "Cats", "FindAll")]
    [TestCase("pets_controller_list", "pets", "get /pets", "Pets", "ControllerList")]
    [TestCase("petstore_list", "pets", "get /pets", "Pets", "PetstoreList")]
    [TestCase("pets", "pets", "get /pets", "Pets", "Pets")]
    [TestCase("pets_", "pets", "get /pets", "Pets", "Pets")]
    [TestCase("list_items_api_v1_items__get", "items", "get /api/v1/items/", "Items", "ListItemsApiV1ItemsGet")]
    [TestCase("2fa_verify", "auth", "post /verify", "Auth", "Call2faVerify")]
    [TestCase("listWithResponse", "pets", "get /pets", "Pets", "ListWithResponseCall")]
    [TestCase("***", "pets", "get /pets", "Pets", "Star")]
    [TestCase("😀", "pets", "get /pets", "Pets", "GetPets")]
    [TestCase("", "pets", "get /pets", "Pets", "GetPets")]
    [TestCase(null, "pets", "get /pets/{pet-id}/toys/{toyId}.json", "Pets", "GetPetsByPetIdToysByToyIdJson")]
    [TestCase(null, null, "get /api/v1/pets/{id}", "Pets", "GetApiV1PetsById")]
    [TestCase(null, null, "get /2010-04-01/Accounts.json", "AccountsJson", "Get20100401AccountsJson")]
    [TestCase(null, null, "get /v1beta1/{project}/users('{id}')", "Users", "GetV1beta1ByProjectUsersById")]
    [TestCase(null, null, "get /", "Default", "Get")]
    [TestCase(null, null, "get /api/{id}", "Default", "GetApiById")]
    [TestCase(null, "😀", "get /pets", "Pets", "GetPets")]
    [TestCase(null, "2fa", "get /pets", "Group2fa", "GetPets")]
    [TestCase(null, "Http", "get /pets", "HttpGroup", "GetPets")]
    [TestCase(null, "AM", "get /pets", "AM", "GetPets")]
    [TestCase(null, "IAM", "get /pets", "Iam", "GetPets")]
    [TestCase(null, "IP addresses", "get /pets", "IpAddresses", "GetPets")]
    [TestCase(null, "IDs", "get /pets", "Ids", "GetPets")]
    [TestCase(null, "IoT", "get /pets", "IoT", "GetPets")]
    [TestCase(null, "I名前", "get /pets", "GroupI名前", "GetPets")]
    [TestCase("питомцы_список", "питомцы", "get /pets", "Питомцы", "Список")]
    [TestCase("一覧", "ペット", "get /pets", "ペット", "一覧")]
    public void Operation_is_named_after_its_operation_id_tag_and_path(string? id, string? tag, string route, string group, string method)
    {
        var (verb, path) = (route.Split(' ')[0], route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

        Assert.That(Names([new TestOperation(tag, id, verb, path)]), Is.EqualTo(new[] { (group, method) }));
    }

    [Test]
    public void Operations_with_the_same_derived_name_are_named_after_their_paths()
        => Assert.That(
            Names([new("pets", "pets/list", "get", "/pets"), new("pets", "list", "post", "/pets/search"), new("pets", "show", "get", "/pets/{id}")]),
            Is.EqualTo(new[] { ("Pets", "GetPets"), ("Pets", "PostPetsSearch"), ("Pets", "Show") }));

    [Test]
    public void Operations_whose_paths_result_in_the_same_name_get_a_checksum()
        => Assert.That(
            Names([new("pets", null, "get", "/pets"), new("pets", null, "get", "/pets/")]),
            Is.EqualTo(new[] { ("Pets", "GetPets6B016532"), ("Pets", "GetPets0E622386") }));

    [Test]
    public void Explicit_name_is_kept_if_a_derived_name_is_the_same()
        => Assert.That(
            Names([new("pets", "list", "get", "/pets"), new("pets", "Pets_List", "get", "/all")]),
            Is.EqualTo(new[] { ("Pets", "GetPets"), ("Pets", "List") }));

    [Test]
    public void Explicit_name_that_equals_the_WithResponse_method_of_another_operation_is_replaced()
        => Assert.That(
            Names([new("pets", "Pets_ListWithResponse", "get", "/all"), new("pets", "Pets_List", "get", "/pets")]),
            Is.EqualTo(new[] { ("Pets", "GetAll"), ("Pets", "List") }));

    [Test]
    public void Explicit_group_that_equals_the_interface_of_another_group_is_replaced()
        => Assert.That(
            Names([new(null, "IAM_List", "get", "/a"), new(null, "AM_List", "get", "/b")]),
            Is.EqualTo(new[] { ("Iam", "List"), ("AM", "List") }));

    [Test]
    public void Operations_with_the_same_operation_id_are_named_after_their_paths()
        => Assert.That(
            Names([new(null, "Pets_List", "get", "/a"), new(null, "Pets_List", "get", "/b")]),
            Is.EqualTo(new[] { ("Pets", "GetA"), ("Pets", "GetB") }));

    [Test]
    public void Operation_that_the_contract_declares_twice_is_named_after_its_path_and_a_checksum()
    {
        var contract = OpenApiContract.Parse(
            "contract.yaml",
            "openapi: 3.2.0\ninfo: { title: Names, version: 1.0.0 }\npaths: { /pets: { get: { responses: {} }, additionalOperations: { get: { responses: {} } } } }\n",
            new Findings());

        Assert.That(OperationNames.Of(contract).Select(o => o.Method), Is.All.EqualTo("GetPets6B016532"));
    }

    [Test]
    public void Random_operations_have_unique_and_valid_CSharp_names()
        => Operations().Sample(operations =>
        {
            var names = Names(operations);
            Assert.Multiple(() =>
            {
                Assert.That(names.SelectMany(n => new[] { (n.Group, n.Method), (n.Group, n.Method + "WithResponse") }), Is.Unique);
                Assert.That(names.Select(n => n.Group).Distinct().SelectMany(g => new[] { g + "Client", $"I{g}Client" }).Concat(RuntimeTypes.Names), Is.Unique);
                Assert.That(names.SelectMany(n => new[] { n.Group, n.Method }), Has.All.Match(@"^\p{L}[\p{L}0-9]*$"));
            });
        });

    [Test]
    public void Names_do_not_depend_on_the_order_of_the_operations()
        => Operations().Sample(operations => Assert.That(Names([.. operations.Reverse()]).Reverse(), Is.EqualTo(Names(operations))));

    [Test]
    public void New_operation_with_a_unique_name_changes_no_other_name()
        => Operations().Sample(operations =>
        {
            // Each operation has a name that no other operation has, and no group is named like the interface of another group.
            var wanted = operations.Where(o => o.Id?.StartsWith("IPets_", StringComparison.Ordinal) != true)
                .Select(o => (Operation: o, Name: Names([o]).Single()))
                .DistinctBy(o => (o.Name.Group, o.Name.Method.Replace("WithResponse", "", StringComparison.Ordinal)))
                .ToArray();

            for (var count = 1; count <= wanted.Length; count++)
            {
                Assert.That(Names([.. wanted[..count].Select(w => w.Operation)]), Is.EqualTo(wanted[..count].Select(w => w.Name)));
            }
        });

    private static Gen<TestOperation[]> Operations()
        => Gen.Select(Tags, Ids, Verbs, Paths, (tag, id, verb, path) => new TestOperation(tag, id, verb, path)).Array[0, 12]
            .Select(operations => operations.DistinctBy(o => (o.Verb, o.Path)).ToArray());

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static (string Group, string Method)[] Names(TestOperation[] operations)
    {
        // A document contains each path once.
        var paths = operations.Index().GroupBy(o => o.Item.Path).Select(g => $"  \"{g.Key}\": {{ {string.Join(", ", g.Select(o => Entry(o.Item, o.Index)))} }}\n");
        var contract = OpenApiContract.Parse("contract.yaml", "openapi: 3.0.3\ninfo: { title: Names, version: 1.0.0 }\npaths:\n" + string.Concat(paths), new Findings());
        return [.. OperationNames.Of(contract).OrderBy(o => int.Parse(o.Node.Text("x-index")!, null)).Select(o => (o.Group, o.Method))];
    }

    private static string Entry(TestOperation operation, int index)
        => $"{operation.Verb}: {{ x-index: {index}, {(operation.Tag is null ? "" : $"tags: [\"{operation.Tag}\"], ")}{(operation.Id is null ? "" : $"operationId: \"{operation.Id}\", ")}responses: {{ '204': {{ description: Done. }} }} }}";

    private sealed record TestOperation(string? Tag, string? Id, string Verb, string Path);
}
