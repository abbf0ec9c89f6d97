using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Plannr.Client;

var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
{
    ["AccessToken"] = Environment.GetEnvironmentVariable("PLANNR_ACCESS_TOKEN"),
    ["BaseAddress"] = Environment.GetEnvironmentVariable("PLANNR_BASE_URL"),
    ["RequestsPerMinute"] = "600",
}).Build();
using var services = new ServiceCollection().AddPlannrClient(configuration).Services.BuildServiceProvider();
var plannr = services.GetRequiredService<IPlannrClient>();
foreach (var connection in (await plannr.OAuthConnections.ListAsync()).Data ?? [])
{
    Console.WriteLine($"{connection.Uuid} {connection.Label}");
}
