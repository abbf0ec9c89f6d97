using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Faults;

/// <summary>Runs a call and sends its response, with the call's fault.</summary>
/// <param name="timeProvider">The clock of latencies.</param>
/// <param name="stopping">Ends waiting calls when the sandbox stops.</param>
internal sealed class FaultyExchange(TimeProvider timeProvider, CancellationToken stopping)
{
    /// <summary>Runs a call and sends its response.</summary>
    /// <param name="context">The request and its response.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="call">Runs the call.</param>
    /// <param name="completed">Receives the status of the response, or null if no response is sent. It may be called more than once.</param>
    public async Task RunAsync(HttpContext context, SandboxFault fault, Func<Task<JsonResponse>> call, Action<int?> completed)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await RunAsync(context, fault, call, completed, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The caller has disconnected or the sandbox stops, so no response is sent.
            completed(null);
            context.Abort();
        }
    }

    private async Task RunAsync(HttpContext context, SandboxFault fault, Func<Task<JsonResponse>> call, Action<int?> completed, CancellationToken end)
    {
        if (fault.Latency > TimeSpan.Zero)
        {
            await Task.Delay(fault.Latency, timeProvider, end);
        }

        if (fault.Reset == ConnectionReset.Before)
        {
            completed(null);
            context.Abort();
            return;
        }

        var response = await call();
        if (response is { Status: < 300, Body: { } body })
        {
            FaultyBody.Apply(body, fault);
        }

        // Called before the response is sent, so that the journal contains the request when the caller gets the response.
        completed(fault.Reset == ConnectionReset.After ? null : response.Status);
        if (fault.Reset == ConnectionReset.After)
        {
            context.Abort();
        }
        else if (fault.StallsBody)
        {
            await StallAsync(context, response, end);
        }
        else
        {
            await response.ExecuteAsync(context);
        }
    }

    private static async Task StallAsync(HttpContext context, JsonResponse response, CancellationToken end)
    {
        var bytes = response.WriteHead(context.Response);
        // A response without a body announces one byte, so that the caller waits for it.
        context.Response.ContentLength = Math.Max(bytes.Length, 1);
        await context.Response.Body.WriteAsync(bytes[..(bytes.Length / 2)], end);
        await context.Response.Body.FlushAsync(end);
        await Task.Delay(Timeout.Infinite, end);
    }
}
