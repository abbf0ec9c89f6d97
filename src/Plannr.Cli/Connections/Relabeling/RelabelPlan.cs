using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>What a run is to do.</summary>
/// <param name="Rows">The rows to send, read as they are sent.</param>
/// <param name="Count">How far it is.</param>
/// <param name="RequestsPerMinute">The rate limit; 0 for none.</param>
internal sealed record RelabelPlan(IEnumerable<LabelRow> Rows, RelabelCount Count, int RequestsPerMinute)
{
    /// <param name="labels">The label file, which has been checked.</param>
    /// <param name="earlier">What became of an earlier run's rows; null for none.</param>
    /// <param name="retriesFailed">Whether those are sent again that failed.</param>
    /// <param name="requestsPerMinute">The rate limit; 0 for none.</param>
    public static RelabelPlan Of(LabelFile labels, EarlierResults? earlier, bool retriesFailed, int requestsPerMinute)
    {
        var (total, done, failed) = (0, 0, 0);
        foreach (var row in labels.Rows())
        {
            total++;
            done += earlier?.WasDone(row) == true ? 1 : 0;
            failed += earlier?.WasDone(row) == false && !retriesFailed ? 1 : 0;
        }

        var rows = labels.Rows().Where(row => earlier?.WasDone(row) switch { null => true, true => false, false => retriesFailed });
        return new RelabelPlan(rows, new RelabelCount(total, done, failed, requestsPerMinute, TimeProvider.System), requestsPerMinute);
    }

    /// <summary>What the run would do, and how long it would take.</summary>
    public string Forecast(string labels, string results)
    {
        var left = Count.Total - Count.Finished;
        // The first minute's requests go out at once.
        var minutes = RequestsPerMinute == 0 ? 0 : (left - 1) / RequestsPerMinute;
        var time = minutes == 0 ? "" : $" in about {ExpiryText.Duration(TimeSpan.FromMinutes(minutes))}";
        var earlier = Count.Earlier == 0 ? "" : $"; {RelabelCount.Number(Count.Earlier)} have a result already";
        return $"All {RelabelCount.Number(Count.Total)} rows of {labels} can be sent{earlier}.\n"
            + $"Would send {RelabelCount.Number(left)} requests{time}, and write what becomes of them to {results}.\nNothing was sent.";
    }
}
