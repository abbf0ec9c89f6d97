using Plannr.SpecGate.Contract;

namespace Plannr.Mcp.Documentation;

/// <summary>An operation of the contract.</summary>
internal sealed class ApiOperation
{
    private ApiOperation(string method, string path, Located place, IReadOnlyList<ApiParameter> parameters, Located? body)
    {
        Method = method;
        Path = path;
        Place = place;
        Parameters = parameters;
        Body = body;
    }

    /// <summary>Its <c>operationId</c>; the method and the path where the contract gives it none.</summary>
    public string Id => Place.Text("operationId") ?? Route;

    /// <summary>In upper case.</summary>
    public string Method { get; }

    /// <summary>The path, with its parameters in braces.</summary>
    public string Path { get; }

    public string Route => $"{Method} {Path}";

    public string Summary => Place.Text("summary") ?? Route;

    public string? Description => Place.Text("description");

    public Located Place { get; }

    /// <summary>The parameters of the path and its own.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; }

    /// <summary>The request body, if it takes one.</summary>
    public Located? Body { get; }

    public IEnumerable<string> Tags => Place.Node["tags"]?.AsArray().Select(t => t!.GetValue<string>()) ?? [];

    /// <summary>The content of the body: as JSON if there is a choice.</summary>
    public (string MediaType, Located Content)? BodyContent
    {
        get
        {
            var contents = Body?.Child("content")?.Children().ToList() ?? [];
            return contents.Count == 0 ? null : contents.OrderByDescending(c => MediaTypes.IsJson(c.Key)).First();
        }
    }


    public static ApiOperation Read(ApiDocumentation documentation, string method, string path, Located pathItem, Located operation)
    {
        var parameters = new Dictionary<(string, string), ApiParameter>();
        foreach (var place in pathItem.Items("parameters").Concat(operation.Items("parameters")))
        {
            var parameter = new ApiParameter(documentation.Resolve(place));
            parameters[(parameter.In, parameter.Name)] = parameter;
        }

        Located? body = operation.Child("requestBody") is { } requestBody ? documentation.Resolve(requestBody) : null;
        return new ApiOperation(method.ToUpperInvariant(), path, operation, [.. parameters.Values], body);
    }
}
