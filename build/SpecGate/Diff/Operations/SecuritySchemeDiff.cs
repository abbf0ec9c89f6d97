using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the security schemes that both contracts have under the same name.</summary>
internal static class SecuritySchemeDiff
{
    private static readonly string[] Keys = ["type", "scheme", "in", "name", "openIdConnectUrl"];
    private static readonly string[] Urls = ["authorizationUrl", "tokenUrl", "refreshUrl"];

    public static void Compare(Comparison comparison)
    {
        var (before, after) = (Schemes(comparison.Old), Schemes(comparison.New));
        foreach (var (name, (scheme, file)) in after)
        {
            if (!before.TryGetValue(name, out var old))
            {
                continue;
            }

            foreach (var key in Keys.Where(k => old.Node.Text(k) != scheme.Text(k)))
            {
                Add("api-security-component-changed", Impact.Breaking, $"Its {key} changed from {old.Node.Text(key) ?? "none"} to {scheme.Text(key) ?? "none"}.");
            }

            CompareFlows(old.Node.Map("flows"), scheme.Map("flows"), Add);

            void Add(string id, Impact callers, string message) => comparison.Add(id, callers, $"security scheme {name}", message, file, scheme);
        }

        // Unused schemes do not matter to callers. Added and removed schemes are reported at the operations.
        static Dictionary<string, (SourceMap Node, SourceFile File)> Schemes(OpenApiContract contract)
        {
            var used = ComparedOperation.All(contract).Values.SelectMany(o => o.Security(contract).Keys).SelectMany(r => r.Split(" and ")).ToHashSet(StringComparer.Ordinal);
            return (contract.Root.Map("components")?.Map("securitySchemes")?.Entries ?? [])
                .Where(e => used.Contains(e.Key.Text))
                .Select(e => (e.Key.Text, Scheme: contract.Follow(e.Value, OpenApi30.Parameter, contract.Main)))
                .Where(s => s.Scheme is not null)
                .ToDictionary(s => s.Text, s => (s.Scheme!.Node, s.Scheme.File), StringComparer.Ordinal);
        }
    }

    private static void CompareFlows(SourceMap? old, SourceMap? now, Action<string, Impact, string> add)
    {
        var (flowsBefore, flowsAfter) = (Flows(old), Flows(now));
        foreach (var flow in flowsBefore.Keys.Except(flowsAfter.Keys))
        {
            add("api-security-component-oauth-flow-removed", Impact.Breaking, $"The flow {flow} was removed.");
        }

        foreach (var flow in flowsAfter.Keys.Except(flowsBefore.Keys))
        {
            add("api-security-component-oauth-flow-added", Impact.Compatible, $"The flow {flow} was added.");
        }

        foreach (var flow in flowsAfter.Keys.Intersect(flowsBefore.Keys))
        {
            var (before, after) = (flowsBefore[flow], flowsAfter[flow]);
            foreach (var key in Urls.Where(k => before.Text(k) != after.Text(k)))
            {
                add("api-security-component-oauth-url-changed", Impact.Risky, $"{flow}: The {key} changed from {before.Text(key) ?? "none"} to {after.Text(key) ?? "none"}.");
            }

            foreach (var scope in Names(before.Map("scopes")).Except(Names(after.Map("scopes"))))
            {
                add("api-security-component-oauth-scope-removed", Impact.Breaking, $"{flow}: The scope {scope} was removed.");
            }

            foreach (var scope in Names(after.Map("scopes")).Except(Names(before.Map("scopes"))))
            {
                add("api-security-component-oauth-scope-added", Impact.Compatible, $"{flow}: The scope {scope} was added.");
            }
        }

        // A flow that is not an object is only a warning, because no code depends on flows.
        static Dictionary<string, SourceMap> Flows(SourceMap? flows)
            => Names(flows).Select(n => (Name: n, Flow: flows!.Map(n))).Where(f => f.Flow is not null).ToDictionary(f => f.Name, f => f.Flow!, StringComparer.Ordinal);

        static IEnumerable<string> Names(SourceMap? map) => map?.Entries.Select(e => e.Key.Text).Where(n => !n.StartsWith("x-", StringComparison.Ordinal)) ?? [];
    }
}
