using Plannr.Constructs.Lenient;
using Plannr.Generated;

namespace Plannr.Constructs.Tests;

/// <summary>A contract with the imperfections of public documents, which the gate warns of: what the code sends and reads in spite of them.</summary>
public sealed class LenientTests
{
    [Test]
    public async Task Placeholder_without_a_parameter_is_a_required_argument_and_a_parameter_without_a_placeholder_is_none()
        => Assert.That(await Exchange.TargetOf(c => new ThingsClient(c).DeleteAsync("a", "b")), Is.EqualTo("/things/a/b"));

    [Test]
    public async Task Path_is_filled_and_a_default_that_does_not_fit_is_not_sent()
        => Assert.That(
            (await Exchange.RequestOf(RawResponse.Json(200, "{}"), c => new ThingsClient(c).GetAsync(undeclared: "a b", id: 5, state: State.On))).Split(' ')[1],
            Is.EqualTo("/things/5/a%20b?state=on"));

    [Test]
    public async Task Fragment_of_a_path_is_not_sent_and_both_operations_are_generated()
    {
        Assert.That(await Exchange.RequestOf(c => new QueueClient(c).SendAsync("a")), Does.StartWith("POST /queue HTTP/1.1\n").And.EndWith("\n\n\"a\""));
        Assert.That(await Exchange.TargetOf(c => new QueueClient(c).PurgeAsync()), Is.EqualTo("/queue"));
    }

    [TestCase(null, "/queue?action=list")]
    [TestCase(5L, "/queue?action=list&limit=5")]
    public async Task Query_of_a_path_is_sent_ahead_of_the_parameters(long? limit, string target)
        => Assert.That((await Exchange.RequestOf(RawResponse.Json(200, "[]"), c => new QueueClient(c).ListAsync(limit))).Split(' ')[1], Is.EqualTo(target));

    [TestCase(200)]
    [TestCase(202)]
    public async Task Default_alone_is_the_result_of_every_success(int status)
        => Assert.That((await Exchange.Answer(RawResponse.Json(status, """{"id":5}"""), c => new JobsClient(c).OnlyAsync())).Id, Is.EqualTo(5));

    [Test]
    public void Default_alone_is_the_body_of_errors_too()
        => Assert.That(Thrown<Job>(500, """{"id":5}""", c => new JobsClient(c).OnlyAsync()).Error.Id, Is.EqualTo(5));

    [TestCase(200)]
    [TestCase(204)]
    public async Task Every_success_of_an_operation_that_documents_none_is_one(int status)
    {
        Assert.That((await Exchange.Answer(RawResponse.Head(status, "Content-Length: 0"), c => new JobsClient(c).ProblemWithResponseAsync())).StatusCode, Is.EqualTo(status));
        Assert.That((await Exchange.Answer(RawResponse.Head(status, "Content-Length: 0"), c => new JobsClient(c).NothingWithResponseAsync())).StatusCode, Is.EqualTo(status));
    }

    [TestCase(404)]
    [TestCase(500)]
    public void Default_with_the_schema_of_an_error_is_an_error(int status)
        => Assert.That(Thrown<Mistake>(status, """{"message":"wrong"}""", c => new JobsClient(c).ProblemAsync()).Error.Message, Is.EqualTo("wrong"));

    [TestCase(302)]
    [TestCase(200)]
    public async Task Documented_redirection_is_a_success_where_there_is_no_other(int status)
        => Assert.That((await Exchange.Answer(RawResponse.Head(status, "Content-Length: 0"), c => new JobsClient(c).MovedWithResponseAsync())).StatusCode, Is.EqualTo(status));

    [Test]
    public void Default_beside_a_redirection_is_an_error()
        => Assert.That(Thrown<Mistake>(400, """{"message":"wrong"}""", c => new JobsClient(c).MovedAsync()).Error.Message, Is.EqualTo("wrong"));

    [Test]
    public void Range_in_small_letters_is_a_range()
        => Assert.That(Thrown<Mistake>(422, """{"message":"wrong"}""", c => new ThingsClient(c).GetAsync("a", 5)).Error.Message, Is.EqualTo("wrong"));

    [Test]
    public void Value_is_read_and_written_as_it_came()
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
    public void Server_with_a_variable_that_has_no_value_is_not_called()
        => Assert.ThrowsAsync<InvalidOperationException>(() => new JobsClient(new HttpClient()).OnlyAsync());

    private static PlannrApiException<T> Thrown<T>(int status, string body, Func<HttpClient, Task> call)
        => Assert.ThrowsAsync<PlannrApiException<T>>(() => Exchange.RequestOf(RawResponse.Json(status, body), call))!;
}
