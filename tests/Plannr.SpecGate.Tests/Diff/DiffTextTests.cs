using System.Reflection;

namespace Plannr.SpecGate.Tests.Diff;

/// <summary>
/// What a report says of each change that the other tests make, and of the way back: the kind, the impact, the place and the words.
/// </summary>
public sealed class DiffTextTests
{
    private static readonly Dictionary<string, Type> Tests = new(StringComparer.Ordinal)
    {
        ["base.yaml"] = typeof(DiffTests),
        ["forms.yaml"] = typeof(FormDiffTests),
        ["parameters.yaml"] = typeof(ParameterDiffTests),
        ["responses.yaml"] = typeof(ResponseDiffTests),
        ["schemas.yaml"] = typeof(SchemaDiffTests),
        ["servers.yaml"] = typeof(ServerDiffTests),
    };

    private static IEnumerable<string> Contracts => Tests.Keys;

    [TestCaseSource(nameof(Contracts))]
    public Task Text_of_each_change(string contract)
    {
        var text = ContractPair.Text(contract);
        var changes = from test in Tests[contract].GetMethod(nameof(DiffTests.A_change_is))!.GetCustomAttributes<TestCaseAttribute>()
                      let changed = text.Replace((string)test.Arguments[0]!, (string)test.Arguments[1]!, StringComparison.Ordinal)
                      from change in ContractPair.Compare(text, changed).Concat(ContractPair.Compare(changed, text))
                      select change;

        // Many tests make the same change; the first of them shows its place.
        var lines = from change in changes.DistinctBy(c => c with { File = "", Mark = default })
                    select $"{change.Audience} {change.Id} {change.Impact}: {change.Where}: {change.Message} {Path.GetFileName(change.File)}({change.Mark.Line},{change.Mark.Column})\n";

        return Snapshot.Verify(string.Concat(lines.Order(StringComparer.Ordinal)), "txt");
    }
}
