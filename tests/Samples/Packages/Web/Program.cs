using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Plannr.Client;
using Plannr.Sandbox;

await using var sandbox = await PlannrSandbox.StartAsync();

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddPlannrClient(options =>
{
    options.BaseAddress = sandbox.BaseAddress;
    options.AccessToken = sandbox.Token;
});
await using var application = builder.Build();
application.MapGet("/connections", async (IPlannrClient plannr) => Results.Ok(await plannr.OAuthConnections.ListAsync()));
application.MapPost("/webhooks", () => { }).RequirePlannrSignature("signing-secret");
await application.StartAsync();

// The JSON of the application must be the JSON of the API.
using var httpClient = new HttpClient();
var ours = await httpClient.GetStringAsync(new Uri(new Uri(application.Urls.Single()), "connections"));
httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Token);
var theirs = await httpClient.GetStringAsync(new Uri(sandbox.BaseAddress, "api/v1/oauth/connections"));
if (!JsonNode.DeepEquals(JsonNode.Parse(ours), JsonNode.Parse(theirs)))
{
    Console.Error.WriteLine($"The application returned {ours}, but the API returned {theirs}");
    return 1;
}

// Only a signed webhook reaches its endpoint.
var webhook = "{}"u8.ToArray();
foreach (var (signature, expected) in new[] { (PlannrWebhook.Sign(webhook, "signing-secret"), HttpStatusCode.OK), (PlannrWebhook.Sign(webhook, "another"), HttpStatusCode.Unauthorized) })
{
    using var content = new ByteArrayContent(webhook);
    content.Headers.Add(PlannrWebhook.SignatureHeader, signature);
    using var response = await httpClient.PostAsync(new Uri(new Uri(application.Urls.Single()), "webhooks"), content);
    if (response.StatusCode != expected)
    {
        Console.Error.WriteLine($"Expected status {expected} for the webhook, but found {response.StatusCode}.");
        return 1;
    }
}

Console.WriteLine(ours);
return 0;
