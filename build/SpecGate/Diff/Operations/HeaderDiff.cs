using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Diff.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares the headers of a response. In C#, headers are text whatever their schemas are.</summary>
internal sealed class HeaderDiff(Comparison comparison, string where, string place)
{
    public void Compare(ContractObject old, ContractObject now)
    {
        var (before, after) = (Headers(comparison.Old, old), Headers(comparison.New, now));
        foreach (var (name, header) in before.Where(h => !after.ContainsKey(h.Key)))
        {
            var wasRequired = IsRequired(header);
            comparison.Add(wasRequired ? "required-response-header-removed" : "optional-response-header-removed", wasRequired ? Impact.Breaking : Impact.Risky,
                where, $"{place}: The header '{name}' was removed.", header.File, header.Node);
        }

        foreach (var (name, header) in after)
        {
            if (before.TryGetValue(name, out var earlier))
            {
                CompareHeader(name, earlier, header);
            }
            else
            {
                comparison.Add("response-header-added", Impact.Compatible, where, $"{place}: The header '{name}' was added.", header.File, header.Node);
            }
        }
    }

    private static bool IsRequired(ContractObject header) => header.Node.Text("required") == "true";

    /// <summary>Returns the headers by name. The names are case-insensitive.</summary>
    private static Dictionary<string, ContractObject> Headers(OpenApiContract contract, ContractObject response)
    {
        var headers = new Dictionary<string, ContractObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in response.Node.Map("headers")?.Entries ?? [])
        {
            if (contract.Follow(entry.Value, OpenApi30.Header, response.File) is { } header)
            {
                headers.TryAdd(entry.Key.Text, header);
            }
        }

        return headers;
    }

    private void CompareHeader(string name, ContractObject old, ContractObject now)
    {
        var isRequired = IsRequired(now);
        if (isRequired != IsRequired(old))
        {
            comparison.Add(isRequired ? "response-header-became-required" : "response-header-became-optional", isRequired ? Impact.Compatible : Impact.Breaking,
                where, $"{place}: The header '{name}' became {(isRequired ? "required" : "optional")}.", now.File, now.Node);
        }

        new SchemaDiff(new SchemaPlace(comparison, where, $"{place}, header '{name}'", IsRequest: false))
            .Compare(SchemaView.Of(comparison.Old, Schema(old), old.File), SchemaView.Of(comparison.New, Schema(now), now.File));

        static SourceNode? Schema(ContractObject header) => header.Node["schema"] ?? (header.Node.Map("content")?.Entries is [{ Value: SourceMap media }, ..] ? media["schema"] : null);
    }
}
