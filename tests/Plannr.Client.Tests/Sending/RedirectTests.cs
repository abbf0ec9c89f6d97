namespace Plannr.Client.Tests.Sending;

[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class RedirectTests(Construction construction)
{
    [TestCase(300)]
    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    [TestCase(399)]
    public async Task Redirect_to_another_host_throws_without_sending_the_token(int status)
    {
        await using var other = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var server = RawServer.Answering(RawResponse.Of(status, [], $"Location: {other.BaseAddress}api?secret=1"));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception, Is.TypeOf<PlannrException>());
        Assert.Multiple(() =>
        {
            Assert.That(trial.Exception!.Message, Does.Contain($"returned status {status}. The client does not follow redirects"));
            Assert.That(trial.Exception.ToString(), Does.Not.Contain("secret=1"));
            Assert.That(((PlannrException)trial.Exception).Headers["Location"], Has.Count.EqualTo(1));
            Assert.That(other.Requests, Is.Empty);
            Assert.That(trial.Attempts, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Circular_redirect_throws_after_one_request()
    {
        await using var server = RawServer.Answering(RawResponse.Of(308, [], $"Location: /api/v1/oauth/connections/{Trial.Uuid}"));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception!.Message, Does.Contain("The client does not follow redirects"));
        Assert.That(trial.Attempts, Is.EqualTo(1));
    }
}
