namespace Plannr.SpecGate.Diff;

/// <summary>Compares the ways to authenticate that an operation takes, its own or, for lack of those, the contract's.</summary>
internal static class SecurityDiff
{
    public static void Compare(Comparison comparison, Operation old, Operation now)
    {
        var (before, after) = (old.Security(comparison.Old), now.Security(comparison.New));
        foreach (var added in after.Keys.Except(before.Keys))
        {
            // One more way to authenticate is harmless, a way where none was needed is not.
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
                Add("api-security-scope-added", Impact.Breaking, $"The security requirement {requirement} asks for the scope {added} too; tokens without it are refused.");
            }

            foreach (var removed in before.Except(after))
            {
                Add("api-security-scope-removed", Impact.Compatible, $"The security requirement {requirement} does not ask for the scope {removed} any more.");
            }
        }

        void Add(string id, Impact callers, string message) => comparison.Add(id, callers, now.Where, message, now.File, now.Method);
    }
}
