using Microsoft.AspNetCore.Routing.Patterns;

namespace Plannr.Sandbox.Contracts;

/// <summary>An operation of the contract, with compiled schemas for validation.</summary>
/// <param name="Id">The operationId, or the method and path if the contract has none.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path in the contract.</param>
/// <param name="Parameters">The parameters, including those of the path.</param>
/// <param name="Body">The request body; null if the contract documents none.</param>
/// <param name="Responses">The responses by status: <c>200</c>, <c>4XX</c> or <c>default</c>.</param>
internal sealed record ContractOperation(
    string Id,
    HttpMethod Method,
    string Path,
    IReadOnlyList<ContractParameter> Parameters,
    ContractBody? Body,
    IReadOnlyDictionary<string, ContractResponse> Responses)
{
    /// <summary>Gets the JSON pointer of the operation in the contract.</summary>
    public string Pointer => $"#/paths/{Path.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}/{Method.Method.ToLowerInvariant()}";

    /// <summary>Returns the documented response for a status, or null if there is none.</summary>
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

    /// <summary>Returns the route pattern for ASP.NET Core. The parameters are numbered, because the pattern does not allow all names of the contract.</summary>
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
