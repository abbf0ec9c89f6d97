using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>Represents the rows that a run sends.</summary>
/// <param name="Rows">The rows to send. Each row is read when it is sent.</param>
/// <param name="Count">The number of finished rows.</param>
/// <param name="RequestsPerMinute">The rate limit; 0 for no limit.</param>
internal sealed record RelabelPlan(IEnumerable<LabelRow> Rows, RelabelCount Count, int RequestsPerMinute)
{
    /// <param name="labels">The label file, after its check.</param>
    /// <param name="earlier">The results of an earlier run; null if there is none.</param>
    /// <param name="retriesFailed">Whether rows that failed in the earlier run are sent again.</param>
    /// <param name="requestsPerMinute">The rate limit; 0 for no limit.</param>
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

    /// <summary>Describes how many requests the run would send, and how long it would take.</summary>
    public string Forecast(string labels, string results)
    {
        var left = Count.Total - Count.Finished;
        // The rate limit lets the first minute's requests through at once.
        var minutes = RequestsPerMinute == 0 ? 0 : (left - 1) / RequestsPerMinute;
        var time = minutes == 0 ? "" : $" in about {ExpiryText.Duration(TimeSpan.FromMinutes(minutes))}";
        var earlier = Count.Earlier == 0 ? "" : $"; {RelabelCount.Number(Count.Earlier)} already {(Count.Earlier == 1 ? "has" : "have")} a result";
        var rows = Count.Total == 1 ? "The row" : $"All {RelabelCount.Rows(Count.Total)}";
        return $"{rows} of {labels} can be sent{earlier}.\n"
            + $"Would send {RelabelCount.Requests(left)}{time}, and write the results to {results}.\nNothing was sent.";
    }
}
