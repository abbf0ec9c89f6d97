using Microsoft.AspNetCore.Routing.Patterns;

namespace Plannr.Sandbox.Contracts;

/// <summary>An operation of the contract, with its schemas ready to validate with.</summary>
/// <param name="Id">Its operationId, or its method and path where the contract gives none.</param>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path, as the contract writes it.</param>
/// <param name="Parameters">Its parameters, those of its path included.</param>
/// <param name="Body">Its request's body; null if the contract documents none.</param>
/// <param name="Responses">Its responses, by status: <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
internal sealed record ContractOperation(
    string Id,
    HttpMethod Method,
    string Path,
    IReadOnlyList<ContractParameter> Parameters,
    ContractBody? Body,
    IReadOnlyDictionary<string, ContractResponse> Responses)
{
    /// <summary>The operation's place in the contract, as a JSON pointer.</summary>
    public string Pointer => $"#/paths/{Path.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}/{Method.Method.ToLowerInvariant()}";

    /// <summary>The response that the contract documents for a status.</summary>
    public (string Status, ContractResponse Response)? ResponseTo(int status)
    {
        foreach (var key in new[] { $"{status}", $"{status / 100}XX", "default" })
        {
            if (Responses.TryGetValue(key, out var response))
            {
                return (key, response);
            }
        }

        return null;
    }

    /// <summary>The path for ASP.NET's routing, in which not every name of the contract's may stand; so they are numbered.</summary>
    public (RoutePattern Pattern, IReadOnlyList<string> Names) Route()
    {
        var names = new List<string>();
        var template = System.Text.RegularExpressions.Regex.Replace(Path, @"\{([^{}]+)\}", match =>
        {
            names.Add(match.Groups[1].Value);
            return $"{{p{names.Count - 1}}}";
        });
        return (RoutePatternFactory.Parse(template), names);
    }
}
