using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Plannr.AspNetCore;

namespace Plannr.Client.Integration.Tests.AspNetCore;

/// <summary>Tests endpoints that run only for signed webhooks, over a real socket.</summary>
public sealed class WebhookSignatureEndpointTests
{
    private const string Secret = "0Zp4vJ8mQ2sT6wX1yB5cD9eF3gH7jK0lM4nP8qR2sT6uV0wX4yZ8aB2cD6e";
    private const string OtherSecret = "another-secret-5cD9eF3gH7jK0lM4nP8qR2sT6uV0wX4yZ8aB2cD6e1y";
    private const string Json = """{"event": "account.created", "name": "Zoë"}""";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(Json);
    private static readonly string Signature = PlannrWebhook.Sign(Body, Secret);

    private static readonly Dictionary<string, Func<(byte[] Body, string[] Headers)>> BadRequests = new()
    {
        ["a changed byte of the body"] = () => (Encoding.UTF8.GetBytes(Json.Replace("created", "creates", StringComparison.Ordinal)), [Header(Signature)]),
        ["the signature of another secret"] = () => (Body, [Header(PlannrWebhook.Sign(Body, OtherSecret))]),
        ["no signature"] = () => (Body, []),
        ["an empty signature"] = () => (Body, [Header("")]),
        ["a truncated signature"] = () => (Body, [Header(Signature[..63])]),
        ["two headers"] = () => (Body, [Header(Signature), Header(Signature)]),
        ["two signatures in a header"] = () => (Body, [Header($"{Signature}, {Signature}")]),
        ["a signature in Base64"] = () => (Body, [Header(Convert.ToBase64String(Convert.FromHexString(Signature)))]),
        ["an empty body with the signature of another"] = () => ([], [Header(Signature)]),
        ["a body that was written again"] = () => (JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(Body)), [Header(Signature)]),
        ["a byte order mark before the body"] = () => ([.. Encoding.UTF8.Preamble, .. Body], [Header(Signature)]),
        ["spaces in the signature"] = () => (Body, [Header($"{Signature[..32]} {Signature[32..]}")]),
        ["a prefix"] = () => (Body, [Header("sha256=" + Signature)]),
        ["another header"] = () => (Body, [$"X-Hub-Signature: {Signature}"]),
    };

    private static IEnumerable<string> Mistakes => BadRequests.Keys;

    private static string Header(string signature) => $"X-Signature: {signature}";

    [TestCaseSource(nameof(Mistakes))]
    public async Task Webhook_with_an_invalid_signature_returns_401(string mistake)
    {
        var calls = 0;
        await using var receiver = await WebhookReceiver.StartAsync(application => application
            .MapPost("/webhooks", () => { calls++; })
            .RequirePlannrSignature(Secret));
        var (body, headers) = BadRequests[mistake]();

        var response = await receiver.PostAsync("/webhooks", body, headers);

        Assert.Multiple(() =>
        {
            Assert.That(response.Status, Is.EqualTo(401));
            Assert.That(response.Text, Does.Contain("Content-Type: application/problem+json"));
            Assert.That(response.Text, Does.Contain(
                """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.2","title":"Unauthorized","status":401,"detail":"The request does not have a valid signature."}"""));
            Assert.That(calls, Is.Zero, "The handler was called.");
            Assert.That(receiver.Logs.Lines.Where(line => line.StartsWith("Warning Plannr.AspNetCore[1] A webhook for 'HTTP: POST /webhooks' was refused with status 401: ", StringComparison.Ordinal)), Has.Exactly(1).Items);
            AssertSecrecy(response.Text + string.Concat(receiver.Logs.Lines));
        });
    }

    [Test]
    public async Task Webhook_with_a_valid_signature_is_accepted_and_logs_no_secret()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Map);

        var response = await receiver.PostAsync("/raw", Body, Header(Signature));

        Assert.That(response.Status, Is.EqualTo(200));
        AssertSecrecy(string.Concat(receiver.Logs.Lines));
    }

    [Test]
    public async Task Webhook_with_a_signature_in_upper_case_is_accepted()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Map);

        Assert.That((await receiver.PostAsync("/raw", Body, Header(Signature.ToUpperInvariant()))).Status, Is.EqualTo(200));
    }

    [TestCase("/raw")]
    [TestCase("/request")]
    [TestCase("/stream")]
    [TestCase("/pipe")]
    [TestCase("/element")]
    [TestCase("/group/request")]
    public async Task Handler_reads_the_whole_body(string path)
    {
        await using var receiver = await WebhookReceiver.StartAsync(Map);

        var response = await receiver.PostAsync(path, Body, Header(Signature));

        Assert.That(response.Status, Is.EqualTo(200));
        Assert.That(response.Text, Does.Contain(Json));
    }

    [TestCase("/raw")]
    [TestCase("/stream")]
    [TestCase("/element")]
    public async Task Handler_reads_a_chunked_body(string path)
    {
        await using var receiver = await WebhookReceiver.StartAsync(Map);

        var response = await receiver.PostAsync(path, Body, Header(Signature), "Transfer-Encoding: chunked");

        Assert.That(response.Status, Is.EqualTo(200));
        Assert.That(response.Text, Does.Contain(Json));
    }

    [Test]
    public async Task Each_endpoint_of_a_group_requires_the_signature()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Map);

        Assert.That((await receiver.PostAsync("/group/request", Body, Header(PlannrWebhook.Sign(Body, OtherSecret)))).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Controller_runs_only_for_a_webhook_with_a_valid_signature()
    {
        await using var receiver = await WebhookReceiver.StartAsync(
            application => application.MapControllers().RequirePlannrSignature(Secret),
            builder => builder.Services.AddControllers().AddApplicationPart(typeof(SignedController).Assembly));

        var good = await receiver.PostAsync("/controller", Body, Header(Signature));
        var bad = await receiver.PostAsync("/controller", Body);

        Assert.That(good.Status, Is.EqualTo(200), good.Text);
        Assert.That(good.Text, Does.Contain($"account.created {Body.Length}"));
        Assert.That(bad.Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Webhook_with_an_empty_body_and_its_signature_is_accepted()
    {
        await using var receiver = await WebhookReceiver.StartAsync(Map);

        Assert.That((await receiver.PostAsync("/raw", [], Header(PlannrWebhook.Sign([], Secret)))).Status, Is.EqualTo(200));
    }

    [TestCase(20_000, "X-Other: 1", 200)]
    [TestCase(20_001, "X-Other: 1", 413)]
    [TestCase(20_000, "Transfer-Encoding: chunked", 200)]
    [TestCase(20_001, "Transfer-Encoding: chunked", 413)]
    public async Task Webhook_with_a_body_over_the_limit_returns_413(int size, string header, int status)
    {
        await using var receiver = await WebhookReceiver.StartAsync(Map, builder => builder.Services.Configure<PlannrSignatureOptions>(options => options.MaxBodyBytes = 20_000));
        var body = new byte[size];

        var response = await receiver.PostAsync("/length", body, Header(PlannrWebhook.Sign(body, Secret)), header);

        Assert.That(response.Status, Is.EqualTo(status));
        Assert.That(response.Text, Does.Contain(status == 200
            ? $"{size} bytes"
            : """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.14","title":"Content Too Large","status":413,"detail":"The body of the request is too large."}"""));
    }

    [TestCase(1024 * 1024, 200)]
    [TestCase((1024 * 1024) + 1, 413)]
    public async Task MaxBodyBytes_is_1_MiB_by_default(int size, int status)
    {
        await using var receiver = await WebhookReceiver.StartAsync(Map);
        var body = new byte[size];

        Assert.That((await receiver.PostAsync("/length", body, Header(PlannrWebhook.Sign(body, Secret)))).Status, Is.EqualTo(status));
    }

    [TestCase(Secret, 200)]
    [TestCase(OtherSecret, 200)]
    [TestCase("a-third-secret", 401)]
    public async Task Webhook_with_the_signature_of_any_secret_is_accepted(string secret, int status)
    {
        await using var receiver = await WebhookReceiver.StartAsync(application => application.MapPost("/webhooks", () => "").RequirePlannrSignature(Secret, OtherSecret));

        Assert.That((await receiver.PostAsync("/webhooks", Body, Header(PlannrWebhook.Sign(Body, secret)))).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Secrets_in_the_configuration_are_reloaded()
    {
        IConfigurationRoot? configuration = null;
        await using var receiver = await WebhookReceiver.StartAsync(
            application => application.MapPost("/webhooks", () => "").RequirePlannrSignature(),
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Webhooks:Secrets:0"] = Secret });
                builder.Services.Configure<PlannrSignatureOptions>(builder.Configuration.GetSection("Webhooks"));
                configuration = builder.Configuration;
            });

        var before = await receiver.PostAsync("/webhooks", Body, Header(Signature));
        configuration!["Webhooks:Secrets:0"] = OtherSecret;
        configuration.Reload();
        var after = await receiver.PostAsync("/webhooks", Body, Header(Signature));
        var afterWithOther = await receiver.PostAsync("/webhooks", Body, Header(PlannrWebhook.Sign(Body, OtherSecret)));

        Assert.That((before.Status, after.Status, afterWithOther.Status), Is.EqualTo((200, 401, 200)));
    }

    [TestCase(null)]
    [TestCase("")]
    public async Task Options_without_a_valid_secret_refuse_every_webhook(string? secret)
    {
        await using var receiver = await WebhookReceiver.StartAsync(
            application => application.MapPost("/webhooks", () => "").RequirePlannrSignature(),
            builder => builder.Services.Configure<PlannrSignatureOptions>(options =>
            {
                if (secret is not null)
                {
                    options.Secrets.Add(Secret);
                    options.Secrets.Add(secret);
                }
            }));

        var response = await receiver.PostAsync("/webhooks", Body, Header(Signature));

        Assert.That(response.Status, Is.EqualTo(500));
        Assert.That(string.Concat(receiver.Logs.Lines), Does.Contain("PlannrSignatureOptions.Secrets is empty, or contains an empty secret."));
    }

    [Test]
    public async Task Function_selects_the_secrets_of_a_request()
    {
        await using var receiver = await WebhookReceiver.StartAsync(application => application
            .MapPost("/webhooks/{tenant}", (string tenant, PlannrWebhookBody _) => $"for {tenant}")
            .RequirePlannrSignature(context => ValueTask.FromResult<IEnumerable<string>>(context.GetRouteValue("tenant") is "north" ? [Secret] : [])));

        var north = await receiver.PostAsync("/webhooks/north", Body, Header(Signature));
        var south = await receiver.PostAsync("/webhooks/south", Body, Header(Signature));

        Assert.That(north.Text, Does.Contain("for north"));
        Assert.That(south.Status, Is.EqualTo(401));
    }

    [Test]
    public async Task PlannrWebhookBody_on_an_endpoint_without_verification_throws()
    {
        await using var receiver = await WebhookReceiver.StartAsync(application => application.MapPost("/webhooks", (PlannrWebhookBody _) => ""));

        var response = await receiver.PostAsync("/webhooks", Body, Header(Signature));

        Assert.That(response.Status, Is.EqualTo(500));
        Assert.That(string.Concat(receiver.Logs.Lines), Does.Contain("The endpoint 'HTTP: POST /webhooks' does not verify signatures. Call RequirePlannrSignature() where it is mapped."));
    }

    [Test]
    public async Task Refused_webhook_returns_the_problem_details_of_the_application()
    {
        await using var receiver = await WebhookReceiver.StartAsync(
            Map,
            builder => builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions["contact"] = "ops"));

        var response = await receiver.PostAsync("/raw", Body);

        Assert.That(response.Status, Is.EqualTo(401));
        Assert.That(response.Text, Does.Contain("\"detail\":\"The request does not have a valid signature.\"").And.Contain("\"contact\":\"ops\""));
    }

    [Test]
    public void RequirePlannrSignature_without_a_secret_throws()
    {
        using var application = WebApplication.CreateSlimBuilder().Build();
        var endpoint = application.MapPost("/webhooks", () => "");

        Assert.That(() => endpoint.RequirePlannrSignature([]), Throws.ArgumentException);
        Assert.That(() => endpoint.RequirePlannrSignature(Secret, ""), Throws.ArgumentException.With.Message.Not.Contain(Secret));
        Assert.That(() => endpoint.RequirePlannrSignature((string)null!), Throws.ArgumentException);
        Assert.That(() => endpoint.RequirePlannrSignature((Func<HttpContext, ValueTask<IEnumerable<string>>>)null!), Throws.ArgumentNullException);
        Assert.That(() => ((RouteHandlerBuilder)null!).RequirePlannrSignature(), Throws.ArgumentNullException);
    }

    private static void AssertSecrecy(string text)
    {
        Assert.That(text, Does.Not.Contain(Secret), "The text contains the secret.");
        Assert.That(text, Does.Not.Contain(Signature).IgnoreCase, "The text contains the signature.");
        Assert.That(text, Does.Not.Contain("Zoë"), "The text contains the body.");
    }

    private static void Map(WebApplication application)
    {
        application.MapPost("/raw", (PlannrWebhookBody body) => Encoding.UTF8.GetString(body.Bytes.Span)).RequirePlannrSignature(Secret);
        application.MapPost("/length", async (PlannrWebhookBody body, Stream stream) => $"{body.Bytes.Length} bytes{await ReadAsync(stream)}").RequirePlannrSignature(Secret);
        application.MapPost("/request", (HttpRequest request) => ReadAsync(request.Body)).RequirePlannrSignature(Secret);
        application.MapPost("/stream", (Stream stream) => ReadAsync(stream)).RequirePlannrSignature(Secret);
        application.MapPost("/pipe", (PipeReader pipe) => ReadAsync(pipe.AsStream())).RequirePlannrSignature(Secret);
        application.MapPost("/element", ([FromBody] JsonElement element) => element.GetRawText()).RequirePlannrSignature(Secret);
        application.MapGroup("/group").RequirePlannrSignature(Secret).MapPost("/request", (HttpRequest request) => ReadAsync(request.Body));
    }

    private static async Task<string> ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}

/// <summary>Receives webhooks in a controller.</summary>
[ApiController]
[Route("controller")]
public sealed class SignedController : ControllerBase
{
    [HttpPost]
    public string Post([FromBody] JsonElement body)
        => $"{body.GetProperty("event")} {HttpContext.Features.Get<PlannrWebhookBody>()!.Bytes.Length}";
}
