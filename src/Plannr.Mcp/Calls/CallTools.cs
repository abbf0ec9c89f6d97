using System.Globalization;
using Plannr.Mcp.Documentation;
using Plannr.SpecGate.Contract;

namespace Plannr.Mcp.Calls;

/// <summary>Creates a tool for each operation of the contract with a JSON body or no body.</summary>
internal static class CallTools
{
    // The limit of clients for the name of a tool.
    private const int MaxNameLength = 64;

    public static IEnumerable<CallTool> Create(ApiDocumentation documentation, ApiCaller caller)
    {
        var secrets = new SecretProperties(documentation);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in documentation.Operations.Where(o => o.BodyContent is not var (mediaType, _) || MediaTypes.IsJson(mediaType)))
        {
            yield return new CallTool(UniqueName(operation, names), documentation, operation, caller, secrets);
        }
    }

    private static string UniqueName(DocumentedOperation operation, HashSet<string> names)
    {
        var wanted = "call_" + string.Concat(operation.Id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        for (var i = 1; ; i++)
        {
            var suffix = i == 1 ? "" : "_" + i.ToString(CultureInfo.InvariantCulture);
            var name = wanted[..Math.Min(wanted.Length, MaxNameLength - suffix.Length)] + suffix;
            if (names.Add(name))
            {
                return name;
            }
        }
    }
}
