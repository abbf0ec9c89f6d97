using Plannr.Constructs.OptionalAndNullable;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests that a property that is not set, a property that is null, and a property with a value are distinguished.</summary>
public sealed class OptionalAndNullableTests
{
    private static readonly byte[] Response = RawResponse.Json(200, """{"id":1,"name":null}""");

    [Test]
    public async Task Only_properties_that_are_set_are_sent()
        => Assert.That(await Exchange.BodyOf(Response, c => new ThingsClient(c).ChangeAsync(new Change { Id = 1, Name = "A" })), Is.EqualTo("""{"id":1,"name":"A"}"""));

    [Test]
    public async Task Property_that_is_set_to_null_is_sent_as_null()
        => Assert.That(
            await Exchange.BodyOf(Response, c => new ThingsClient(c).ChangeAsync(new Change { Name = null, Size = null, OtherPart = null, Counts = new Dictionary<string, long?> { ["a"] = null } })),
            Is.EqualTo("""{"name":null,"size":null,"other_part":null,"counts":{"a":null}}"""));

    [Test]
    public async Task Optional_body_can_be_omitted()
    {
        var request = await Exchange.RequestOf(Response, c => new ThingsClient(c).ChangeAsync());

        Assert.That(Exchange.Header(request, "Content-Type"), Is.Null);
        Assert.That(Exchange.Body(request), Is.Empty);
    }

    [Test]
    public async Task Body_is_sent_with_the_media_type_in_the_contract()
        => Assert.That(Exchange.Header(await Exchange.RequestOf(Response, c => new ThingsClient(c).ChangeAsync(new Change())), "Content-Type"), Is.EqualTo("application/merge-patch+json"));

    [Test]
    public async Task IsSet_returns_true_only_for_properties_that_were_received()
    {
        var change = await Exchange.ResultOf(Response, c => new ThingsClient(c).ChangeAsync());

        Assert.That((PlannrJson.IsSet(change, nameof(change.Id)), PlannrJson.IsSet(change, nameof(change.Name)), PlannrJson.IsSet(change, nameof(change.Size))), Is.EqualTo((true, true, false)));
        Assert.That(change.Name, Is.Null);
    }

    [Test]
    public async Task Null_response_is_returned_as_null_if_the_contract_allows_it()
        => Assert.That(await Exchange.ResultOf(RawResponse.Json(200, "null"), c => new ThingsClient(c).ReplaceAsync(["a", null])), Is.Null);

    [Test]
    public void Null_response_throws_if_the_contract_does_not_allow_it()
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.ResultOf(RawResponse.Json(200, "null"), c => new ThingsClient(c).ChangeAsync()));

    [Test]
    public async Task Null_elements_of_a_response_are_read_if_the_contract_allows_them()
    {
        Assert.That(await Exchange.ResultOf(RawResponse.Json(200, "[1,null]"), c => new ThingsClient(c).NumbersAsync()), Is.EqualTo(new long?[] { 1, null }));
        var error = Assert.ThrowsAsync<PlannrApiException<IDictionary<string, double?>>>(() => Exchange.ResultOf(RawResponse.Json(400, """{"a":null}"""), c => new ThingsClient(c).NumbersAsync()));
        Assert.That(error!.Error["a"], Is.Null);
    }

    [Test]
    public async Task Null_for_a_required_list_with_nullable_elements_throws()
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new ThingsClient(c).ReplaceAsync(null!))).ParamName, Is.EqualTo("body"));

    [Test]
    public async Task Null_elements_of_a_body_are_sent_if_the_contract_allows_them()
        => Assert.That(await Exchange.BodyOf(Response, c => new ThingsClient(c).ReplaceAsync(["a", null])), Is.EqualTo("""["a",null]"""));
}
