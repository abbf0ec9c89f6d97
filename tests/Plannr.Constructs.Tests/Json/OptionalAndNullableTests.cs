using Plannr.Constructs.OptionalAndNullable;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>"Not set", "null" and a value are three things.</summary>
public sealed class OptionalAndNullableTests
{
    private static readonly byte[] Answer = RawResponse.Json(200, """{"id":1,"name":null}""");

    [Test]
    public async Task Only_what_was_set_is_sent()
        => Assert.That(await Exchange.BodyOf(Answer, c => new ThingsClient(c).ChangeAsync(new Change { Id = 1, Name = "A" })), Is.EqualTo("""{"id":1,"name":"A"}"""));

    [Test]
    public async Task Null_is_sent_where_it_was_set()
        => Assert.That(
            await Exchange.BodyOf(Answer, c => new ThingsClient(c).ChangeAsync(new Change { Name = null, Size = null, OtherPart = null, Counts = new Dictionary<string, long?> { ["a"] = null } })),
            Is.EqualTo("""{"name":null,"size":null,"other_part":null,"counts":{"a":null}}"""));

    [Test]
    public async Task An_optional_body_may_be_left_out()
    {
        var request = await Exchange.RequestOf(Answer, c => new ThingsClient(c).ChangeAsync());

        Assert.That(Exchange.Header(request, "Content-Type"), Is.Null);
        Assert.That(Exchange.Body(request), Is.Empty);
    }

    [Test]
    public async Task A_body_has_the_contracts_media_type()
        => Assert.That(Exchange.Header(await Exchange.RequestOf(Answer, c => new ThingsClient(c).ChangeAsync(new Change())), "Content-Type"), Is.EqualTo("application/merge-patch+json"));

    [Test]
    public async Task What_was_received_is_told_from_what_was_not()
    {
        var change = await Exchange.Answer(Answer, c => new ThingsClient(c).ChangeAsync());

        Assert.That((PlannrJson.IsSet(change, nameof(change.Id)), PlannrJson.IsSet(change, nameof(change.Name)), PlannrJson.IsSet(change, nameof(change.Size))), Is.EqualTo((true, true, false)));
        Assert.That(change.Name, Is.Null);
    }

    [Test]
    public async Task An_answer_may_be_null_where_the_contract_says_so()
        => Assert.That(await Exchange.Answer(RawResponse.Json(200, "null"), c => new ThingsClient(c).ReplaceAsync(["a", null])), Is.Null);

    [Test]
    public void And_nowhere_else()
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.Answer(RawResponse.Json(200, "null"), c => new ThingsClient(c).ChangeAsync()));

    [Test]
    public async Task Elements_of_an_answer_may_be_null_where_the_contract_says_so()
    {
        Assert.That(await Exchange.Answer(RawResponse.Json(200, "[1,null]"), c => new ThingsClient(c).NumbersAsync()), Is.EqualTo(new long?[] { 1, null }));
        var error = Assert.ThrowsAsync<PlannrApiException<IDictionary<string, double?>>>(() => Exchange.Answer(RawResponse.Json(400, """{"a":null}"""), c => new ThingsClient(c).NumbersAsync()));
        Assert.That(error!.Error["a"], Is.Null);
    }

    [Test]
    public async Task A_list_whose_elements_may_be_null_is_required_all_the_same()
        => Assert.That((await Exchange.Refusal(c => new ThingsClient(c).ReplaceAsync(null!))).ParamName, Is.EqualTo("body"));

    [Test]
    public async Task Elements_may_be_null_where_the_contract_says_so()
        => Assert.That(await Exchange.BodyOf(Answer, c => new ThingsClient(c).ReplaceAsync(["a", null])), Is.EqualTo("""["a",null]"""));
}
