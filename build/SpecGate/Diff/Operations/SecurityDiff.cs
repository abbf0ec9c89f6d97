using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the security requirements of an operation, which default to those of the contract.</summary>
internal static class SecurityDiff
{
    public static void Compare(Comparison comparison, ComparedOperation old, ComparedOperation now)
    {
        var (before, after) = (old.Security(comparison.Old), now.Security(comparison.New));
        foreach (var added in after.Keys.Except(before.Keys))
        {
            // An additional way to authenticate is harmless, unless no authentication was needed before.
            Add("api-security-added", before.Count == 0 ? Impact.Breaking : Impact.Compatible, $"The security requirement {added} was added.");
        }

        foreach (var removed in before.Keys.Except(after.Keys))
        {
            Add("api-security-removed", after.Count == 0 ? Impact.Compatible : Impact.Breaking, $"The security requirement {removed} was removed.");
        }

        foreach (var (requirement, scopes) in after)
        {
            if (before.TryGetValue(requirement, out var earlier))
            {
                CompareScopes(requirement, earlier, scopes);
            }
        }

        void CompareScopes(string requirement, IReadOnlySet<string> before, IReadOnlySet<string> after)
        {
            foreach (var added in after.Except(before))
            {
                Add("api-security-scope-added", Impact.Breaking, $"The security requirement {requirement} now requires the scope {added}; tokens without it are rejected.");
            }

            foreach (var removed in before.Except(after))
            {
                Add("api-security-scope-removed", Impact.Compatible, $"The security requirement {requirement} no longer requires the scope {removed}.");
            }
        }

        void Add(string id, Impact callers, string message) => comparison.Add(id, callers, now.Where, message, now.File, now.Method);
    }
}
