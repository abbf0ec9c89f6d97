using Plannr.Client;

using var plannr = new PlannrClient(new PlannrClientOptions
{
    AccessToken = Environment.GetEnvironmentVariable("PLANNR_ACCESS_TOKEN"),
    BaseAddress = new Uri(Environment.GetEnvironmentVariable("PLANNR_BASE_URL")!),
});
foreach (var connection in (await plannr.OAuthConnections.ListAsync()).Data ?? [])
{
    Console.WriteLine($"{connection.Uuid} {connection.Label}");
}
