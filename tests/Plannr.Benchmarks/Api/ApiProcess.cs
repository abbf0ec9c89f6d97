using System.Diagnostics;

namespace Plannr.Benchmarks.Api;

/// <summary>An <see cref="ApiServer"/> in a separate process, so that its memory and threads are not counted as the client's.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ApiProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Runs the server in this process. Writes the address, and ends when standard input ends, at the latest with the process that started this one.</summary>
    public static async Task RunAsync(TimeSpan bodyTime)
    {
        await using var server = new ApiServer(bodyTime);
        Console.WriteLine(await server.StartAsync().ConfigureAwait(false));
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
    }

    /// <param name="bodyTime">How long the body of a response takes to arrive.</param>
    /// <exception cref="InvalidOperationException">The server did not start. The message contains its output.</exception>
    public static async Task<ApiProcess> StartAsync(TimeSpan bodyTime = default)
    {
        var process = Process.Start(new ProcessStartInfo(ThisProgram.Host, [ThisProgram.Assembly, ThisProgram.ServeRole, $"{bodyTime.TotalMilliseconds:0}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        return Uri.TryCreate(line, UriKind.Absolute, out var address)
            ? new ApiProcess(process, address)
            : throw new InvalidOperationException($"The server did not start: {line}\n{await process.StandardError.ReadToEndAsync().ConfigureAwait(false)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }
}
