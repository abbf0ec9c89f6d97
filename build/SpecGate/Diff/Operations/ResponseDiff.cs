using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the responses of an operation. A response may replace another one that covers its status.</summary>
internal sealed class ResponseDiff(Comparison comparison, string where)
{
    public void Compare(ComparedOperation old, ComparedOperation now)
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

    private void CompareAdded(ResponseStatus status, ContractObject response, Dictionary<ResponseStatus, ContractObject> before)
    {
        if (status.IsDefault)
        {
            Add("default-response-added", Impact.Compatible, "The default response was added.", response);
        }
        else if (status.Range is { } covering && before.TryGetValue(covering, out var range))
        {
            Add("response-status-made-explicit", Impact.Compatible, $"The response {status}, which {covering} covered before, was added.", response);
            CompareBodies($"response {status}, before {covering}", range, response);
        }
        else
        {
            Add(status.IsSuccess ? "response-success-status-added" : "response-non-success-status-added", Impact.Compatible, $"The response {status} was added.", response);
            if (!status.IsSuccess && before.TryGetValue(ResponseStatus.Default, out var general))
            {
                CompareBodies($"response {status}, before {ResponseStatus.Default}", general, response);
            }
        }
    }

    private void CompareRemoved(ResponseStatus status, ContractObject response, Dictionary<ResponseStatus, ContractObject> after)
    {
        if (status.IsDefault)
        {
            Add("default-response-removed", Impact.Risky, "The default response was removed.", response);
        }
        else if (status is { IsRange: false, Range: { } covering } && after.TryGetValue(covering, out var range))
        {
            Add("response-status-covered-by-range", Impact.Compatible, $"The response {status} was removed; {covering} covers it.", response);
            CompareBodies($"response {status}, now {covering}", response, range);
        }
        else if (status.IsRange && after.Keys.Any(s => s.Range == status))
        {
            Add("response-range-narrowed", Impact.Compatible, $"The response {status} was removed, except for {string.Join(", ", after.Keys.Where(s => s.Range == status))}.", response);
        }
        else
        {
            Add(status.IsSuccess ? "response-success-status-removed" : "response-non-success-status-removed", status.IsSuccess ? Impact.Breaking : Impact.Risky, $"The response {status} was removed.", response);
            if (!status.IsSuccess && after.TryGetValue(ResponseStatus.Default, out var general))
            {
                CompareBodies($"response {status}, now {ResponseStatus.Default}", response, general);
            }
        }
    }

    private void CompareBodies(string place, ContractObject old, ContractObject now)
        => new ContentDiff(comparison, where, place, isRequest: false).Compare(old, now);

    private void Add(string id, Impact impact, string message, ContractObject at)
        => comparison.Add(id, impact, where, message, at.File, at.Node);
}
