using Plannr.SpecGate.Contract;

namespace Plannr.Mcp.Documentation;

/// <summary>An operation of the contract.</summary>
internal sealed class DocumentedOperation
{
    private DocumentedOperation(string method, string path, ContractNode place, IReadOnlyList<ApiParameter> parameters, ContractNode? body)
    {
        Method = method;
        Path = path;
        Place = place;
        Parameters = parameters;
        Body = body;
    }

    /// <summary>Gets the <c>operationId</c>, or the method and path if the contract has none.</summary>
    public string Id => Place.Text("operationId") ?? Route;

    /// <summary>Gets the HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>Gets the path, with parameters in braces.</summary>
    public string Path { get; }

    public string Route => $"{Method} {Path}";

    public string Summary => Place.Text("summary") ?? Route;

    public string? Description => Place.Text("description");

    public ContractNode Place { get; }

    /// <summary>Gets the parameters of the path and of the operation.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; }

    /// <summary>Gets the request body; null if there is none.</summary>
    public ContractNode? Body { get; }

    public IEnumerable<string> Tags => Place.Node["tags"]?.AsArray().Select(t => t!.GetValue<string>()) ?? [];

    /// <summary>Gets the content of the body, preferably JSON; null if there is none.</summary>
    public (string MediaType, ContractNode Content)? BodyContent
    {
        get
        {
            var contents = Body?.Child("content")?.Children().ToList() ?? [];
            return contents.Count == 0 ? null : contents.OrderByDescending(c => MediaTypes.IsJson(c.Key)).First();
        }
    }

    public static DocumentedOperation Read(ApiDocumentation documentation, string method, string path, ContractNode pathItem, ContractNode operation)
    {
        var parameters = new Dictionary<(string, string), ApiParameter>();
        foreach (var place in pathItem.Items("parameters").Concat(operation.Items("parameters")))
        {
            var parameter = new ApiParameter(documentation.Resolve(place));
            parameters[(parameter.In, parameter.Name)] = parameter;
        }

        ContractNode? body = operation.Child("requestBody") is { } requestBody ? documentation.Resolve(requestBody) : null;
        return new DocumentedOperation(method.ToUpperInvariant(), path, operation, [.. parameters.Values], body);
    }
}
