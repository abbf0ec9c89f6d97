using System.Reflection;
using Plannr.SpecGate.Diff;

namespace Plannr.SpecGate.Tests.Diff;

/// <summary>The kind, impact, position and message of each change that the other diff tests make, and of its reversal.</summary>
public sealed class DiffTextTests
{
    private static readonly Dictionary<string, Type> Tests = new(StringComparer.Ordinal)
    {
        ["base.yaml"] = typeof(DiffTests),
        ["csharp.yaml"] = typeof(CSharpDiffTests),
        ["forms.yaml"] = typeof(FormDiffTests),
        ["parameters.yaml"] = typeof(ParameterDiffTests),
        ["responses.yaml"] = typeof(ResponseDiffTests),
        ["schemas.yaml"] = typeof(SchemaDiffTests),
        ["servers.yaml"] = typeof(ServerDiffTests),
    };

    private static IEnumerable<string> Contracts => Tests.Keys;

    [TestCaseSource(nameof(Contracts))]
    public Task Change_has_the_expected_message(string contract)
    {
        var text = ContractPair.Text(contract);
        var (old, now) = (ContractPair.Read("old.yaml", text), ContractPair.Read("new.yaml", text));
        var changes = from test in Tests[contract].GetMethod(nameof(DiffTests.Change_has_the_expected_impact))!.GetCustomAttributes<TestCaseAttribute>()
                      let changed = text.Replace((string)test.Arguments[0]!, (string)test.Arguments[1]!, StringComparison.Ordinal)
                      from change in ContractDiff.Compare(old, ContractPair.Read("new.yaml", changed)).Concat(ContractDiff.Compare(ContractPair.Read("old.yaml", changed), now))
                      select change;

        // Many cases make the same change. The snapshot contains only the first position.
        var lines = from change in changes.DistinctBy(c => c with { File = "", Mark = default })
                    select $"{change.Audience} {change.Id} {change.Impact}: {change.Where}: {change.Message} {Path.GetFileName(change.File)}({change.Mark.Line},{change.Mark.Column})\n";

        return Snapshot.Verify(string.Concat(lines.Order(StringComparer.Ordinal)), "txt");
    }
}
