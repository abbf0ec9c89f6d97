using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>Shows the progress of a run in a bar on standard error, if that is a terminal.</summary>
internal static class RelabelProgress
{
    /// <summary>Runs a function, and shows its progress until it ends.</summary>
    public static async Task ShowAsync(RelabelCount count, Messages messages, Func<Task> run)
    {
        if (messages.Verbosity != Verbosity.Normal || !Terminal.ShowsProgress)
        {
            await run();
            return;
        }

        // Log entries about retries would break the bar, which shows their effect on the rate.
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
