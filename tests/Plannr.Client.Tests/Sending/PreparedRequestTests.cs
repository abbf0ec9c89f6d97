using Plannr.Client.Sending;
using Plannr.Generated;

namespace Plannr.Client.Tests.Sending;

/// <summary>Tests the request that a call would send.</summary>
public sealed class PreparedRequestTests
{
    private static readonly PlannrClientOptions Options = new()
    {
        BaseAddress = new Uri("https://gateway.example/plannr"),
        AccountUuid = new Guid("1b4bb605-6f76-4aed-a4d0-e7b3723b806a"),
        AccessToken = Trial.Token,
    };

    [Test]
    public async Task Prepared_request_equals_the_request_of_the_call_without_the_token()
    {
        var request = await PreparedRequest.OfAsync(
            Options, (client, cancellationToken) => client.OAuthConnections.UpdateAsync(Trial.Uuid, new UpdateOAuthConnectionRequest { Label = "Mine" }, cancellationToken: cancellationToken), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(request.Method, Is.EqualTo("PUT"));
            Assert.That(request.Url, Is.EqualTo(new Uri($"https://gateway.example/plannr/api/v1/oauth/connections/{Trial.Uuid}")));
            Assert.That(request.Headers, Is.EqualTo(new Dictionary<string, string>
            {
                ["Accept"] = "application/json",
                ["X-PLANNR-ACCOUNT-UUID"] = "1b4bb605-6f76-4aed-a4d0-e7b3723b806a",
                ["Content-Type"] = "application/json",
            }));
            Assert.That(request.Body, Is.EqualTo("""{"label":"Mine"}"""));
        });
    }

    [Test]
    public async Task Prepared_request_of_a_call_without_a_body_has_no_body()
    {
        var request = await PreparedRequest.OfAsync(Options, (client, cancellationToken) => client.OAuthConnections.ListAsync(cancellationToken), CancellationToken.None);

        Assert.That(request.Body, Is.Null);
        Assert.That(request.Headers.Select(header => header.Key), Is.EqualTo(new[] { "Accept", "X-PLANNR-ACCOUNT-UUID" }));
    }

    [Test]
    public async Task Prepared_request_separates_the_values_of_a_header_with_commas()
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "things") { Headers = { { "X-Names", ["first", "second"] } } };

        var request = await PreparedRequest.OfAsync(Options, (client, cancellationToken) => ((PlannrClient)client).HttpClient.SendAsync(message, cancellationToken), CancellationToken.None);

        Assert.That(request.Headers.Single(header => header.Key == "X-Names").Value, Is.EqualTo("first, second"));
    }

    [Test]
    public void Call_that_sends_no_request_throws()
        => Assert.That(
            () => PreparedRequest.OfAsync(Options, (_, _) => Task.CompletedTask, CancellationToken.None),
            Throws.InvalidOperationException.With.Message.EqualTo("The call sends no request."));
}
