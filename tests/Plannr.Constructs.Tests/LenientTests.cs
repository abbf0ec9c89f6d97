using Plannr.Constructs.Lenient;
using Plannr.Generated;

namespace Plannr.Constructs.Tests;

/// <summary>Tests the generated code of a contract with mistakes that are common in public documents, and that the gate only warns about.</summary>
public sealed class LenientTests
{
    [Test]
    public async Task Undeclared_placeholder_is_a_required_argument_and_parameter_without_a_placeholder_is_not()
        => Assert.That(await Exchange.TargetOf(c => new ThingsClient(c).DeleteAsync("a", "b")), Is.EqualTo("/things/a/b"));

    [Test]
    public async Task Parameter_with_an_invalid_default_is_not_sent_unless_it_is_set()
        => Assert.That(
            (await Exchange.RequestOf(RawResponse.Json(200, "{}"), c => new ThingsClient(c).GetAsync(undeclared: "a b", id: 5, state: State.On))).Split(' ')[1],
            Is.EqualTo("/things/5/a%20b?state=on"));

    [Test]
    public async Task Operations_that_differ_only_in_the_fragment_of_their_path_are_sent_without_it()
    {
        Assert.That(await Exchange.RequestOf(c => new QueueClient(c).SendAsync("a")), Does.StartWith("POST /queue HTTP/1.1\n").And.EndWith("\n\n\"a\""));
        Assert.That(await Exchange.TargetOf(c => new QueueClient(c).PurgeAsync()), Is.EqualTo("/queue"));
    }

    [TestCase(null, "/queue?action=list")]
    [TestCase(5L, "/queue?action=list&limit=5")]
    public async Task Query_of_a_path_is_sent_before_the_query_parameters(long? limit, string target)
        => Assert.That((await Exchange.RequestOf(RawResponse.Json(200, "[]"), c => new QueueClient(c).ListAsync(limit))).Split(' ')[1], Is.EqualTo(target));

    [TestCase(200)]
    [TestCase(202)]
    public async Task Default_response_alone_is_the_result_of_every_success(int status)
        => Assert.That((await Exchange.ResultOf(RawResponse.Json(status, """{"id":5}"""), c => new JobsClient(c).OnlyAsync())).Id, Is.EqualTo(5));

    [Test]
    public void Default_response_alone_is_also_the_body_of_errors()
        => Assert.That(Thrown<Job>(500, """{"id":5}""", c => new JobsClient(c).OnlyAsync()).Error.Id, Is.EqualTo(5));

    [TestCase(200)]
    [TestCase(204)]
    public async Task Operation_without_a_documented_success_accepts_every_success(int status)
    {
        Assert.That((await Exchange.ResultOf(RawResponse.Head(status, "Content-Length: 0"), c => new JobsClient(c).ProblemWithResponseAsync())).StatusCode, Is.EqualTo(status));
        Assert.That((await Exchange.ResultOf(RawResponse.Head(status, "Content-Length: 0"), c => new JobsClient(c).NothingWithResponseAsync())).StatusCode, Is.EqualTo(status));
    }

    [TestCase(404)]
    [TestCase(500)]
    public void Default_response_with_the_schema_of_an_error_is_an_error(int status)
        => Assert.That(Thrown<Mistake>(status, """{"message":"wrong"}""", c => new JobsClient(c).ProblemAsync()).Error.Message, Is.EqualTo("wrong"));

    [TestCase(302)]
    [TestCase(200)]
    public async Task Operation_that_documents_only_a_redirect_accepts_it_and_every_success(int status)
        => Assert.That((await Exchange.ResultOf(RawResponse.Head(status, "Content-Length: 0"), c => new JobsClient(c).MovedWithResponseAsync())).StatusCode, Is.EqualTo(status));

    [Test]
    public void Default_response_beside_a_redirect_is_an_error()
        => Assert.That(Thrown<Mistake>(400, """{"message":"wrong"}""", c => new JobsClient(c).MovedAsync()).Error.Message, Is.EqualTo("wrong"));

    [Test]
    public void Status_code_range_in_lowercase_is_accepted()
        => Assert.That(Thrown<Mistake>(422, """{"message":"wrong"}""", c => new ThingsClient(c).GetAsync("a", 5)).Error.Message, Is.EqualTo("wrong"));

    [Test]
    public void Values_that_do_not_fit_the_enumeration_or_default_are_read_and_written_unchanged()
    {
        const string Json = """{"count":1,"state":"1","level":7,"free":null,"list":[1,"a",{}],"file":{"a":1},"code":"Z","size":{"value":1.5},"nothing":[],"missing":"a"}""";

        var thing = PlannrJson.Deserialize<Thing>(Json);

        Assert.That(thing.State, Is.EqualTo(new State("1")));
        Assert.That(thing.Level, Is.EqualTo(7L));
        Assert.That(thing.Size!.Value, Is.EqualTo(1.5));
        Assert.That(PlannrJson.IsSet(thing, nameof(thing.Free)), Is.True);
        Assert.That(PlannrJson.Serialize(thing), Is.EqualTo(Json));
    }

    [Test]
    public void Enumeration_has_no_member_for_a_value_of_another_type()
        => Assert.That(typeof(State).GetProperties().Where(p => p.PropertyType == typeof(State)).Select(p => p.Name), Is.EqualTo(new[] { nameof(State.On), nameof(State.Off) }));

    [Test]
    public void Server_URL_with_an_undefined_variable_throws()
        => Assert.ThrowsAsync<InvalidOperationException>(() => new JobsClient(new HttpClient()).OnlyAsync());

    private static PlannrApiException<T> Thrown<T>(int status, string body, Func<HttpClient, Task> call)
        => Assert.ThrowsAsync<PlannrApiException<T>>(() => Exchange.RequestOf(RawResponse.Json(status, body), call))!;
}
