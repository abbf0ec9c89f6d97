using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Plannr.Client;
using Plannr.Generated;
using Shop.Api;

var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
{
    ["AccessToken"] = Environment.GetEnvironmentVariable("PLANNR_ACCESS_TOKEN"),
    ["BaseAddress"] = Environment.GetEnvironmentVariable("PLANNR_BASE_URL"),
}).Build();
using var services = new ServiceCollection().AddPlannrClient(configuration).Services.BuildServiceProvider();
var plannr = services.GetRequiredService<IPlannrClient>();
foreach (var connection in (await plannr.OAuthConnections.ListAsync()).Data ?? [])
{
    var renamed = await plannr.OAuthConnections.UpdateAsync(connection.Uuid!.Value, new UpdateOAuthConnectionRequest { Label = "Renamed by native code" });
    Console.WriteLine($"{renamed.Uuid} {renamed.Label}");
}

Console.WriteLine(PlannrJson.Serialize(PlannrJson.Deserialize<Book>("""{"title":"Emma","condition":"burnt"}""")));
