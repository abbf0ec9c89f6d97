namespace Plannr.Sandbox;

/// <summary>The sandbox lives inside another program, whose Ctrl-C is not the sandbox's to take.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
