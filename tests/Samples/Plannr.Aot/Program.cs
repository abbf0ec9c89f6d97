using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Plannr.Aot;
using Plannr.Client;
using Plannr.Generated;

// plannr-aot            lists the connections, renames one, and checks that nothing else of it has changed
// plannr-aot --nothing  exits at once, to measure how long the start takes
if (args is ["--nothing"])
{
    return 0;
}

var uuid = new Guid("6ff8f7f6-1eb3-3525-be4a-3932c805afed");
var label = $"Renamed by {Environment.ProcessId}";

// Creates the client as an application does that reads the options from its configuration.
var settings = $$"""{ "BaseAddress": "{{Environment.GetEnvironmentVariable("PLANNR_BASE_URL")}}", "AccessToken": "{{Environment.GetEnvironmentVariable("PLANNR_ACCESS_TOKEN")}}", "MaxRetries": 1 }""";
using var json = new MemoryStream(Encoding.UTF8.GetBytes(settings));
var configuration = new ConfigurationBuilder().AddJsonStream(json).Build();
using var services = new ServiceCollection().AddPlannrClient(configuration).Services.BuildServiceProvider();
var plannr = services.GetRequiredService<IPlannrClient>();

var list = await plannr.OAuthConnections.ListAsync();
var before = list.Data!.Single(c => c.Uuid == uuid);
var response = await plannr.OAuthConnections.UpdateWithResponseAsync(uuid, new UpdateOAuthConnectionRequest { Label = label });
var after = response.Value;
if (after.Label != label || after.CreatedAt != before.CreatedAt || after.Provider?.Name != before.Provider?.Name || response.RateLimitRemaining is null)
{
    Console.Error.WriteLine($"The response differs from the connection before the update: {PlannrJson.Serialize(after)}");
    return 1;
}

try
{
    await plannr.OAuthConnections.UpdateAsync(Guid.NewGuid(), new UpdateOAuthConnectionRequest { Label = label });
    Console.Error.WriteLine("The update of an unknown connection did not throw an exception.");
    return 1;
}
catch (PlannrNotFoundException exception)
{
    Console.WriteLine($"{exception.RequestMethod}: {exception.Error.Message}");
}

if (!SystemTextJsonCheck.Passes(after))
{
    return 1;
}

Console.WriteLine(PlannrJson.Serialize(after, Formatting.Indented));
return 0;
