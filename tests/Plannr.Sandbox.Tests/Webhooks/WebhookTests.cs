using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Webhooks;

/// <summary>Tests the webhooks that the sandbox sends.</summary>
public sealed class WebhookTests
{
    private const string Secret = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123";
    private const string Send = "/sandbox/webhooks/send";
    private const string Body = """{ "name":"Ünïcode \u00fc",  "amount": 1.50, "amount": 2 }""";

    private static readonly Guid Subscription = new("44444444-4444-4444-8444-444444444444");

    [TestCase(false)]
    [TestCase(true)]
    public async Task Webhook_is_a_signed_POST_with_the_unchanged_body(bool overHttp)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var sandbox = await StartAsync(receiver.Url);

        await (overHttp
            ? (Task)sandbox.SendAsync("POST", Send, $$"""{"event": "plan.created", "body":  {{Body}}  ,"subscription":"{{Subscription}}"}""")
            : sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, Body));

        var webhook = receiver.Webhooks.Single();
        Assert.That(webhook.Start, Is.EqualTo("POST /webhooks"));
        Assert.That(Encoding.UTF8.GetString(webhook.Body), Is.EqualTo(Body));
        Assert.That(webhook.Headers["Content-Type"], Is.EqualTo("application/json"));
        Assert.That(webhook.Headers["X-Signature"], Is.EqualTo(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), webhook.Body))));
        Assert.That(webhook.Headers.Keys, Is.EquivalentTo(new[] { "Host", "Content-Length", "Content-Type", "X-Signature" }));
    }

    [TestCase("0")]
    [TestCase("null")]
    [TestCase("\"text\"")]
    [TestCase("[1, {}]")]
    public async Task Body_over_HTTP_can_be_any_JSON(string body)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var sandbox = await StartAsync(receiver.Url);

        var reply = await sandbox.SendAsync("POST", Send, $$"""{"subscription":"{{Subscription}}","event":"plan.created","body":{{body}}}""");

        Assert.That(reply.Status, Is.EqualTo(200), reply.Body);
        Assert.That(Encoding.UTF8.GetString(receiver.Webhooks.Single().Body), Is.EqualTo(body));
    }

    [Test]
    public async Task SendWebhookAsync_with_bytes_that_are_not_JSON_sends_them_unchanged()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var sandbox = await StartAsync(receiver.Url);
        byte[] body = [0xFF, 0x00, (byte)'{'];

        await sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, body);

        Assert.That(receiver.Webhooks.Single().Body, Is.EqualTo(body));
    }

    [TestCase(204)]
    [TestCase(401)]
    [TestCase(500)]
    public async Task Result_has_the_status_and_the_duration(int status)
    {
        var clock = new FakeTimeProvider();
        await using var receiver = await Receiver.StartAsync(context =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(1500));
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var sandbox = await StartAsync(receiver.Url, clock);

        var delivery = await sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}");
        var reply = await sandbox.SendAsync("POST", Send, Request());

        Assert.That(delivery, Is.EqualTo(new WebhookDelivery(status, TimeSpan.FromMilliseconds(1500))));
        Assert.That(reply.ToString(), Is.EqualTo($$"""200 {"status":{{status}},"duration_ms":1500.0}"""));
    }

    [Test]
    public async Task Webhook_sets_last_outgoing_webhook_call_at_and_not_updated_at()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 11, 30, 15, TimeSpan.Zero));
        await using var receiver = await Receiver.StartAsync();
        await using var sandbox = await StartAsync(receiver.Url, clock);
        clock.Advance(TimeSpan.FromSeconds(1));

        await sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}");

        var subscription = await sandbox.SendAsync("GET", $"/api/v2/webhook-subscriptions/{Subscription}");
        Assert.That(subscription.Body, Does.Contain("\"last_outgoing_webhook_call_at\":\"2026-07-01T12:30:16+01:00\"").And.Contain("\"updated_at\":\"2026-07-01T12:30:15+01:00\""));
    }

    [Test]
    public async Task Subscription_of_another_account_is_found_by_its_UUID()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions
        {
            Accounts = [new SandboxAccount(Guid.NewGuid(), []), new SandboxAccount(Guid.NewGuid(), []) { WebhookSubscriptions = [SubscriptionTo(receiver.Url)] }],
        });

        Assert.That((await sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}")).StatusCode, Is.EqualTo(204));
    }

    [Test]
    public async Task Redirect_is_not_followed()
    {
        await using var target = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = target.Url.ToString();
            return Task.CompletedTask;
        });
        await using var sandbox = await StartAsync(receiver.Url);

        Assert.That((await sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}")).StatusCode, Is.EqualTo(307));
        Assert.That(target.Webhooks, Is.Empty);
    }

    [Test]
    public async Task Receiver_that_does_not_respond_within_10_seconds_causes_504()
    {
        var clock = new FakeTimeProvider();
        var arrived = new SemaphoreSlim(0);
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            arrived.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var recording = new RecordingClock(clock);
        await using var sandbox = await StartAsync(receiver.Url, recording);
        var inProcess = sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}");
        var overHttp = sandbox.SendAsync("POST", Send, Request());
        await arrived.WaitAsync();
        await arrived.WaitAsync();

        Assert.That((await recording.NextTimerAsync(), await recording.NextTimerAsync()), Is.EqualTo((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10))));
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That(Assert.ThrowsAsync<SandboxWebhookException>(() => inProcess)!.Message, Is.EqualTo($"{receiver.Url} did not respond within 10 seconds."));
        Assert.That((await overHttp).ToString(), Is.EqualTo($$"""504 {"message":"{{receiver.Url}} did not respond within 10 seconds."}"""));
        Assert.That((await sandbox.SendAsync("GET", $"/api/v2/webhook-subscriptions/{Subscription}")).Body, Does.Contain("\"last_outgoing_webhook_call_at\":null"));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task Waiting_webhook_does_not_prevent_the_sandbox_from_stopping(CancellationToken cancellationToken)
    {
        var arrived = new SemaphoreSlim(0);
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            arrived.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var sandbox = await StartAsync(receiver.Url, new FakeTimeProvider());
        var reply = sandbox.SendAsync("POST", Send, Request());
        await arrived.WaitAsync(cancellationToken);

        await sandbox.DisposeAsync().AsTask().WaitAsync(cancellationToken);

        Assert.That((await reply).Status, Is.EqualTo(500));
    }

    [Test]
    public async Task Canceled_webhook_throws_OperationCanceledException()
    {
        using var cancellation = new CancellationTokenSource();
        await using var receiver = await Receiver.StartAsync(async context =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await using var sandbox = await StartAsync(receiver.Url);

        Assert.CatchAsync<OperationCanceledException>(() => sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}", cancellation.Token));
    }

    [Test]
    public async Task Receiver_that_refuses_the_connection_causes_502()
    {
        Uri url;
        await using (var receiver = await Receiver.StartAsync())
        {
            url = receiver.Url;
        }

        await using var sandbox = await StartAsync(url);

        Assert.That(Assert.ThrowsAsync<SandboxWebhookException>(() => sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}"))!.Message, Does.StartWith($"{url} did not respond: Connection refused"));
        Assert.That((await sandbox.SendAsync("POST", Send, Request())).ToString(), Does.StartWith($$"""502 {"message":"{{url}} did not respond: Connection refused"""));
        Assert.That((await sandbox.SendAsync("GET", $"/api/v2/webhook-subscriptions/{Subscription}")).Body, Does.Contain("\"last_outgoing_webhook_call_at\":null"));
    }

    [Test]
    public async Task Webhook_to_another_machine_is_refused_unless_it_is_allowed()
    {
        // An address for documentation (RFC 5737): no one listens there.
        var url = new Uri("http://192.0.2.1/webhooks");
        await using var sandbox = await StartAsync(url);
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        await using var allowing = await StartAsync(url, allowsRemote: true);

        var refused = Assert.ThrowsAsync<SandboxWebhookException>(() => sandbox.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}", canceled.Token));

        Assert.That(refused!.Message, Does.Contain("which is not on this machine").And.Contain("--allow-remote-webhooks"));
        Assert.CatchAsync<OperationCanceledException>(() => allowing.SendWebhookAsync(Subscription, WebhookEvent.PlanCreated, "{}", canceled.Token), "The webhook was refused, although the option allows it.");
    }

    [Test]
    public async Task Invalid_request_to_send_returns_what_is_wrong_and_what_is_valid()
    {
        await using var sandbox = await StartAsync(new Uri("http://example.com/webhooks"));
        var requests = new (string What, string Body)[]
        {
            ("malformed JSON", "{"),
            ("not an object", "[]"),
            ("missing fields", "{}"),
            ("malformed UUID", """{"subscription":"mine","event":"plan.created","body":{} }"""),
            ("subscription that is not a string", """{"subscription":1,"event":"plan.created","body":{} }"""),
            ("event that is not a string", $$"""{"subscription":"{{Subscription}}","event":1,"body":{} }"""),
            ("missing body", $$"""{"subscription":"{{Subscription}}","event":"plan.created"}"""),
            ("unknown fields", $$"""{"subscription":"{{Subscription}}","event":"plan.created","body":{},"boddy":{},"secret":"s"}"""),
            ("unknown subscription", """{"subscription":"55555555-5555-4555-8555-555555555555","event":"plan.created","body":{} }"""),
            ("event that is not subscribed to", $$"""{"subscription":"{{Subscription}}","event":"plan.deleted","body":{} }"""),
            ("another machine", $$"""{"subscription":"{{Subscription}}","event":"plan.created","body":{} }"""),
        };

        var text = new StringBuilder();
        foreach (var (what, body) in requests)
        {
            text.Append(what).Append(":\n  ").Append(await sandbox.SendAsync("POST", Send, body)).Append("\n\n");
        }

        await Snapshot.Verify(text.ToString(), "txt");
    }

    private static string Request() => $$"""{"subscription":"{{Subscription}}","event":"plan.created","body":{} }""";

    private static Task<PlannrSandbox> StartAsync(Uri url, TimeProvider? clock = null, bool allowsRemote = false)
        => PlannrSandbox.StartAsync(new PlannrSandboxOptions
        {
            Accounts = [new SandboxAccount(Guid.NewGuid(), []) { WebhookSubscriptions = [SubscriptionTo(url)] }],
            TimeProvider = clock ?? TimeProvider.System,
            AllowRemoteWebhooks = allowsRemote,
        });

    private static WebhookSubscription SubscriptionTo(Uri url) => new() { Uuid = Subscription, Url = url, Events = [WebhookEvent.PlanCreated], SigningSecret = Secret };
}
