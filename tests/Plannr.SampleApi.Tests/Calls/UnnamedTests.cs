using Plannr.Generated;

namespace Plannr.SampleApi.Tests.Calls;

/// <summary>Operations without operationIds. Their methods are named after their paths, and their client after the API.</summary>
public sealed class UnnamedTests
{
    private static PlannrSampleApiClient Client => new(RunningApi.Client);

    [Test]
    public async Task Method_named_after_a_path_calls_its_operation()
    {
        Assert.That((await Client.GetTagsAsync()).Select(t => t.Name), Is.EqualTo(new[] { "first", "second" }));
        Assert.That((await Client.GetTagsByNameAsync("a b")).Name, Is.EqualTo("a b"));
        Assert.That((await Client.PutTagsByNameAsync("c", new Tag { Name = "d", Color = Color.Red })).Name, Is.EqualTo("c"));
        Assert.That((await Client.DeleteTagsByNameWithResponseAsync("c")).StatusCode, Is.EqualTo(204));
    }

    [Test]
    public void Error_of_an_operation_without_a_success_response_throws_a_typed_exception()
        => Assert.That(Assert.ThrowsAsync<PlannrApiException<ProblemDetails>>(() => Client.GetFaultAsync())!.Error.Detail, Is.EqualTo("It failed."));
}
