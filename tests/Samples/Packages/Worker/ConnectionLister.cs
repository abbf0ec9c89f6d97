using Plannr.Client;

namespace Worker;

/// <summary>Lists the connections once, and then stops the application.</summary>
internal sealed class ConnectionLister(IPlannrClient plannr, IHostApplicationLifetime application) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var connection in (await plannr.OAuthConnections.ListAsync(stoppingToken)).Data ?? [])
        {
            Console.WriteLine($"{connection.Uuid} {connection.Label}");
        }

        application.StopApplication();
    }
}
