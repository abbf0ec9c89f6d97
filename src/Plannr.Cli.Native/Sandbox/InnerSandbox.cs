namespace Plannr.Cli.Sandbox;

/// <summary>Replaces the class of the same name in Plannr.Cli. This program cannot start a sandbox, so it runs <see cref="ManagedProgram"/> instead.</summary>
internal sealed class InnerSandbox : IAsyncDisposable
{
    /// <summary>Gets the address.</summary>
    public Uri BaseAddress => throw new NotSupportedException();

    /// <summary>Gets the access token.</summary>
    public string Token => throw new NotSupportedException();

    /// <summary>Runs the command line in the program that can start a sandbox.</summary>
    /// <returns>The exit code.</returns>
    public static int? RunElsewhere() => ManagedProgram.Run(Environment.GetCommandLineArgs()[1..]);

    /// <summary>Not supported: a command calls <see cref="RunElsewhere"/> first.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static Task<InnerSandbox> StartAsync(int requestsPerMinute, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
