using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the links of a response. No code is generated for them.</summary>
internal static class LinkDiff
{
    public static void Compare(Comparison comparison, string where, string place, ContractObject old, ContractObject now)
    {
        foreach (var link in Missing(old, now))
        {
            comparison.Add("response-link-removed", Impact.Risky, where, $"{place}: The link '{link.Text}' was removed.", old.File, link);
        }

        foreach (var link in Missing(now, old))
        {
            comparison.Add("response-link-added", Impact.Compatible, where, $"{place}: The link '{link.Text}' was added.", now.File, link);
        }

        static IEnumerable<SourceScalar> Missing(ContractObject from, ContractObject other)
            => (from.Node.Map("links")?.Entries ?? []).Select(e => e.Key).Where(k => other.Node.Map("links")?.Has(k.Text) != true);
    }
}
