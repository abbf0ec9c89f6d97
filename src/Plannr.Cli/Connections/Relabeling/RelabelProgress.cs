using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>The bar of a run, on standard error, where that is a terminal.</summary>
internal static class RelabelProgress
{
    /// <summary>Runs something under a bar, or without one.</summary>
    public static async Task ShowAsync(RelabelCount count, Messages messages, Func<Task> run)
    {
        if (messages.Verbosity != Verbosity.Normal || !Terminal.ShowsProgress)
        {
            await run();
            return;
        }

        // The bar says what matters of retries: the rate.
        messages.MinLevel = Microsoft.Extensions.Logging.LogLevel.None;
        await Terminal.Error().Progress().AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new CountColumn(count))
            .StartAsync(async context =>
            {
                context.AddTask("relabel", maxValue: Math.Max(1, count.Total));
                await run();
            });
    }

    private sealed class CountColumn(RelabelCount count) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            task.Value = count.Finished;
            var timeLeft = count.TimeLeft() is { } time ? $", {ExpiryText.Duration(time)} left" : "";
            return new Text($"{RelabelCount.Number(count.Done)} done, {RelabelCount.Number(count.Failed)} failed, {RelabelCount.Number((int)count.PerMinute())}/min{timeLeft}");
        }
    }
}
