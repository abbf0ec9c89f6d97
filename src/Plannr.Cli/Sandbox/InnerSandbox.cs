using Plannr.Sandbox;

namespace Plannr.Cli.Sandbox;

/// <summary>The sandbox inside a command's process. Plannr.Cli.Native has another class in its place.</summary>
internal sealed class InnerSandbox : IAsyncDisposable
{
    private readonly PlannrSandbox _sandbox;

    private InnerSandbox(PlannrSandbox sandbox) => _sandbox = sandbox;

    /// <summary>Gets the address.</summary>
    public Uri BaseAddress => _sandbox.BaseAddress;

    /// <summary>Gets the access token.</summary>
    public string Token => _sandbox.Token;

    /// <summary>Runs the command line in the program that can start a sandbox.</summary>
    /// <returns>The exit code; null if this is that program.</returns>
    public static int? RunElsewhere() => null;

    /// <summary>Starts a sandbox.</summary>
    public static async Task<InnerSandbox> StartAsync(int requestsPerMinute, CancellationToken cancellationToken)
        => new(await PlannrSandbox.StartAsync(new PlannrSandboxOptions { RateLimit = requestsPerMinute }, cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();
}
