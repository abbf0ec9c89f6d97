using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

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

        CompareResults(before, after);
    }

    private static bool IsSuccess(string status) => status.StartsWith('2');

    private static bool IsRange(string status) => status.EndsWith("XX", StringComparison.Ordinal);

    private static string RangeOf(string status) => $"{status[0]}XX";

    private void CompareAdded(string status, Located response, Dictionary<string, Located> before)
    {
        if (status == Default)
        {
            Add("default-response-added", Impact.Compatible, Impact.Compatible, "The default response was added.", response);
        }
        else if (before.TryGetValue(RangeOf(status), out var range))
        {
            Add("response-status-made-explicit", Impact.Compatible, Impact.None, $"The response {status}, which {RangeOf(status)} covered, was written on its own.", response);
            CompareBodies($"response {status}, before {RangeOf(status)}", range, response);
        }
        else
        {
            Add(IsSuccess(status) ? "response-success-status-added" : "response-non-success-status-added", Impact.Compatible, IsSuccess(status) ? Impact.Risky : Impact.Compatible, $"The response {status} was added.", response);
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
            // What was not documented is an exception before and after, but no longer one with a typed error.
            Add("default-response-removed", Impact.Risky, Impact.Risky, "The default response was removed.", response);
        }
        else if (!IsRange(status) && after.TryGetValue(RangeOf(status), out var range))
        {
            Add("response-status-covered-by-range", Impact.Compatible, Impact.None, $"The response {status} was removed; {RangeOf(status)} covers it.", response);
            CompareBodies($"response {status}, now {RangeOf(status)}", response, range);
        }
        else if (IsRange(status) && after.Keys.Any(s => RangeOf(s) == status))
        {
            Add("response-range-narrowed", Impact.Compatible, Impact.None, $"The response {status} was removed, but for {string.Join(", ", after.Keys.Where(s => RangeOf(s) == status))}.", response);
        }
        else
        {
            Add(IsSuccess(status) ? "response-success-status-removed" : "response-non-success-status-removed", IsSuccess(status) ? Impact.Breaking : Impact.Risky, Impact.Risky, $"The response {status} was removed.", response);
            if (!IsSuccess(status) && after.TryGetValue(Default, out var general))
            {
                CompareBodies($"response {status}, now {Default}", response, general);
            }
        }
    }

    private void CompareBodies(string place, Located old, Located now)
        => new ContentDiff(comparison, where, place, isRequest: false).Compare(old, now);

    // Where a success status stays, or a range covers it, the comparison of its body has said what becomes of the result.
    private void CompareResults(Dictionary<string, Located> before, Dictionary<string, Located> after)
    {
        var (successes, oldSuccesses) = (after.Where(r => IsSuccess(r.Key)).ToList(), before.Where(r => IsSuccess(r.Key)).ToList());
        if (successes is [] || oldSuccesses is [] || successes.Any(s => oldSuccesses.Any(o => o.Key == s.Key || IsRange(o.Key) || IsRange(s.Key))))
        {
            return;
        }

        var (from, to) = (Result(comparison.Old, oldSuccesses[0].Value), Result(comparison.New, successes[0].Value));
        if (from != to)
        {
            comparison.Add("result-type-changed", Impact.None, Impact.Breaking, where, $"The method's result changed from {from} to {to}.", successes[0].Value.File, successes[0].Value.Node);
        }

        static string Result(OpenApiContract contract, Located response)
            => response.Node.Map("content")?.Entries is [{ Value: SourceMap media }, ..] ? SchemaView.Of(contract, media["schema"], response.File)?.CSharpType() ?? "JToken" : "nothing";
    }

    private void Add(string id, Impact callers, Impact cSharp, string message, Located at)
        => comparison.Add(id, callers, cSharp, where, message, at.File, at.Node);
}
