namespace Plannr.Sandbox;

/// <summary>A lifetime for a sandbox inside another program. It does not handle Ctrl-C, which belongs to that program.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
