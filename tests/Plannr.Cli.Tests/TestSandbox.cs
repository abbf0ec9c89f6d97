using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Sandbox;

namespace Plannr.Cli.Tests;

/// <summary>Starts sandboxes in the process of the tests, and returns the environment variables with which <c>plannr</c> calls them.</summary>
internal static class TestSandbox
{
    /// <summary>The signing secret of every webhook subscription.</summary>
    public const string SigningSecret = "SigningSecretOfTestsSigningSecretOfTestsSigningSecretOfTests";

    private static readonly Guid Account = Guid.Parse("11111111-1111-4111-8111-111111111111");
    private static readonly Guid OtherAccount = Guid.Parse("11111111-1111-4111-8111-111111111112");

    /// <summary>The UUID of the first webhook subscription.</summary>
    public static Guid Webhook { get; } = Guid.Parse("33333333-3333-4333-8333-333333333333");

    public static Task<PlannrSandbox> StartAsync(Uri? receiver = null) => PlannrSandbox.StartAsync(new PlannrSandboxOptions
    {
        WebhookSigningSecret = SigningSecret,
        Accounts =
        [
            new SandboxAccount(Account, [Connection(1, "First", "2026-06-08T19:08:03.847911Z"), Connection(2, "Second, \"quoted\" = é"), Connection(3, "")])
            {
                Login = new Login { ExpiresAt = DateTimeOffset.Parse("2026-09-16T16:08:01+01:00", CultureInfo.InvariantCulture) },
                WebhookSubscriptions =
                [
                    Subscription(Webhook, receiver ?? new Uri("https://api.example.com/webhooks"), "2026-06-18T16:11:36+01:00", "account.created", "account.updated", "account.deleted", "fact-find.completed"),
                    Subscription(Guid.Parse("33333333-3333-4333-8333-333333333334"), new Uri("http://127.0.0.1:1/"), null, "plan.created"),
                ],
            },
            new SandboxAccount(OtherAccount, []) { Login = PlannrJson.Deserialize<Login>("""{"account":{"name":"Robin É.","type":"client","role":"individual"},"firm":{"name":"Other Advisers"}}""") },
        ],
    });

    /// <summary>Starts a sandbox with a number of connections, numbered from 1, and no rate limit.</summary>
    public static Task<PlannrSandbox> StartAsync(int connections) => PlannrSandbox.StartAsync(new PlannrSandboxOptions
    {
        RateLimit = 0,
        Accounts = [new SandboxAccount(Account, [.. Enumerable.Range(1, connections).Select(i => Connection(i, "old"))])],
    });

    public static Guid Uuid(int number) => Guid.Parse($"22222222-2222-4222-8222-{number:x12}");

    public static Dictionary<string, string?> Environment(PlannrSandbox sandbox) => Environment(sandbox.BaseAddress, sandbox.Token);

    public static Dictionary<string, string?> Environment(Uri server, string token)
        => new() { ["PLANNR_ACCESS_TOKEN"] = token, ["PLANNR_BASE_URL"] = server.ToString() };

    private static WebhookSubscription Subscription(Guid uuid, Uri url, string? lastCall, params string[] events) => PlannrJson.Deserialize<WebhookSubscription>(new JObject
    {
        ["uuid"] = uuid.ToString(),
        ["created_at"] = "2026-06-08T16:08:03+01:00",
        ["updated_at"] = "2026-06-08T16:08:03+01:00",
        ["signing_secret"] = SigningSecret,
        ["url"] = url.OriginalString,
        ["events"] = new JArray(events),
        ["last_outgoing_webhook_call_at"] = lastCall,
    }.ToString());

    private static OAuthConnection Connection(int number, string label, string? expiry = null) => PlannrJson.Deserialize<OAuthConnection>(new JObject
    {
        ["uuid"] = Uuid(number).ToString(),
        ["label"] = label,
        ["provider"] = new JObject { ["name"] = "fundment", ["label"] = "Fundment" },
        ["created_at"] = "2026-06-08T16:08:03+01:00",
        ["updated_at"] = "2026-06-08T16:08:03+01:00",
        ["access_token_expires_at"] = expiry,
        ["refresh_token_expires_at"] = null,
        ["colour"] = "red",
    }.ToString());
}
