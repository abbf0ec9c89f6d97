using Plannr.SpecGate.Contract;

namespace Plannr.SpecGate.Diff;

/// <summary>Compares the responses of an operation; one may take the place of another that covers its status.</summary>
internal sealed class ResponseDiff(Comparison comparison, string where)
{
    private const string Default = "default";

    public void Compare(Operation old, Operation now)
    {
        var (before, after) = (old.Responses(comparison.Old), now.Responses(comparison.New));
        foreach (var (status, response) in after)
        {
            if (before.TryGetValue(status, out var earlier))
            {
                CompareBodies($"response {status}", earlier, response);
                new HeaderDiff(comparison, where, $"response {status}").Compare(earlier, response);
                LinkDiff.Compare(comparison, where, $"response {status}", earlier, response);
            }
            else
            {
                CompareAdded(status, response, before);
            }
        }

        foreach (var (status, response) in before.Where(r => !after.ContainsKey(r.Key)))
        {
            CompareRemoved(status, response, after);
        }
    }

    private static bool IsSuccess(string status) => status.StartsWith('2');

    private static bool IsRange(string status) => status.EndsWith("XX", StringComparison.Ordinal);

    private static string RangeOf(string status) => $"{status[0]}XX";

    private void CompareAdded(string status, Located response, Dictionary<string, Located> before)
    {
        if (status == Default)
        {
            Add("default-response-added", Impact.Compatible, "The default response was added.", response);
        }
        else if (before.TryGetValue(RangeOf(status), out var range))
        {
            Add("response-status-made-explicit", Impact.Compatible, $"The response {status}, which {RangeOf(status)} covered, was written on its own.", response);
            CompareBodies($"response {status}, before {RangeOf(status)}", range, response);
        }
        else
        {
            Add(IsSuccess(status) ? "response-success-status-added" : "response-non-success-status-added", Impact.Compatible, $"The response {status} was added.", response);
            if (!IsSuccess(status) && before.TryGetValue(Default, out var general))
            {
                CompareBodies($"response {status}, before {Default}", general, response);
            }
        }
    }

    private void CompareRemoved(string status, Located response, Dictionary<string, Located> after)
    {
        if (status == Default)
        {
            Add("default-response-removed", Impact.Risky, "The default response was removed.", response);
        }
        else if (!IsRange(status) && after.TryGetValue(RangeOf(status), out var range))
        {
            Add("response-status-covered-by-range", Impact.Compatible, $"The response {status} was removed; {RangeOf(status)} covers it.", response);
            CompareBodies($"response {status}, now {RangeOf(status)}", response, range);
        }
        else if (IsRange(status) && after.Keys.Any(s => RangeOf(s) == status))
        {
            Add("response-range-narrowed", Impact.Compatible, $"The response {status} was removed, but for {string.Join(", ", after.Keys.Where(s => RangeOf(s) == status))}.", response);
        }
        else
        {
            Add(IsSuccess(status) ? "response-success-status-removed" : "response-non-success-status-removed", IsSuccess(status) ? Impact.Breaking : Impact.Risky, $"The response {status} was removed.", response);
            if (!IsSuccess(status) && after.TryGetValue(Default, out var general))
            {
                CompareBodies($"response {status}, now {Default}", response, general);
            }
        }
    }

    private void CompareBodies(string place, Located old, Located now)
        => new ContentDiff(comparison, where, place, isRequest: false).Compare(old, now);

    private void Add(string id, Impact impact, string message, Located at)
        => comparison.Add(id, impact, where, message, at.File, at.Node);
}
