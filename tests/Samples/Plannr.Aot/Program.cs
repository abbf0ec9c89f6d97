using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Plannr.Aot;
using Plannr.Client;
using Plannr.Generated;

// plannr-aot            lists the connections, renames one, and shows that nothing of it was lost
// plannr-aot --nothing  ends at once, to measure how long it takes to start
if (args is ["--nothing"])
{
    return 0;
}

var uuid = new Guid("6ff8f7f6-1eb3-3525-be4a-3932c805afed");
var label = $"Renamed by {Environment.ProcessId}";

// As an application sets it up whose options come from a configuration.
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
    Console.Error.WriteLine($"The connection did not come back as it was: {PlannrJson.Serialize(after)}");
    return 1;
}

try
{
    await plannr.OAuthConnections.UpdateAsync(Guid.NewGuid(), new UpdateOAuthConnectionRequest { Label = label });
    Console.Error.WriteLine("A connection that there is not was updated.");
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
