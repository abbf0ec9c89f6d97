using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Faults;

/// <summary>Carries a call out, and sends its answer, as its fault says.</summary>
/// <param name="timeProvider">The clock of latencies.</param>
/// <param name="stopping">Ends what waits when the sandbox stops.</param>
internal sealed class FaultyExchange(TimeProvider timeProvider, CancellationToken stopping)
{
    /// <param name="context">The request and its response.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="call">Carries the call out.</param>
    /// <param name="completed">Gets the status of the response, or null if none is sent; may be called more than once.</param>
    public async Task RunAsync(HttpContext context, SandboxFault fault, Func<Task<Answer>> call, Action<int?> completed)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await RunAsync(context, fault, call, completed, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The caller has gone, or the sandbox stops; there is no one to answer.
            completed(null);
            context.Abort();
        }
    }

    private async Task RunAsync(HttpContext context, SandboxFault fault, Func<Task<Answer>> call, Action<int?> completed, CancellationToken end)
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

        var answer = await call();
        if (answer is { Status: < 300, Body: { } body })
        {
            FaultyBody.Apply(body, fault);
        }

        // Before the response is sent, so that a caller who has it finds the request in the journal.
        completed(fault.Reset == ConnectionReset.After ? null : answer.Status);
        if (fault.Reset == ConnectionReset.After)
        {
            context.Abort();
        }
        else if (fault.StallsBody)
        {
            await StallAsync(context, answer, end);
        }
        else
        {
            await answer.ExecuteAsync(context);
        }
    }

    private static async Task StallAsync(HttpContext context, Answer answer, CancellationToken end)
    {
        var bytes = answer.WriteHead(context.Response);
        // An answer without a body has none to stall in; it promises one then.
        context.Response.ContentLength = Math.Max(bytes.Length, 1);
        await context.Response.Body.WriteAsync(bytes[..(bytes.Length / 2)], end);
        await context.Response.Body.FlushAsync(end);
        await Task.Delay(Timeout.Infinite, end);
    }
}
