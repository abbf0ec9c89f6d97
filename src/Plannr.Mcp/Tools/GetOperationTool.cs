using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary><c>get_operation</c></summary>
internal sealed class GetOperationTool(ApiDocumentation documentation) : DocumentationTool<OperationResult>(
    "get_operation",
    "Get one operation",
    "Describes one operation of the Plannr CRM API: parameters, body, responses, errors, examples. Schemas are named; get_schema describes them.",
    OperationLookup.Argument)
{
    protected override OperationResult GetResult(ToolArguments arguments)
    {
        var operation = documentation.Find(arguments);
        var result = new OperationResult
        {
            Name = operation.Id,
            Method = operation.Method,
            Path = operation.Path,
            Summary = operation.Summary,
            Description = operation.Description,
            Tags = operation.Tags.Any() ? [.. operation.Tags] : null,
            Security = Security(operation),
            Parameters = operation.Parameters.Count == 0 ? null : [.. operation.Parameters.Select(Parameter)],
            Body = operation.Body is { } body ? Body(body) : null,
            Responses = [.. (operation.Place.Child("responses")?.Children() ?? []).Select(r => Response(r.Key, documentation.Resolve(r.Value)))],
            Source = operation.Place.Citation,
        };
        OperationShortening.Fit(result);
        return result;
    }

    private string? Security(DocumentedOperation operation)
    {
        var requirements = operation.Place.Node["security"] is null ? documentation.Root : operation.Place;
        var schemes = requirements.Items("security").Select(r => string.Join(" and ", r.Node.Select(s => Scheme(s.Key)))).ToList();
        return schemes.Count == 0 ? null : string.Join(" or ", schemes.Select(s => s.Length == 0 ? "none" : s));
    }

    private string Scheme(string name)
    {
        var scheme = documentation.Root.Child("components")?.Child("securitySchemes")?.Child(name);
        return (scheme?.Text("type"), scheme?.Text("scheme")?.ToLowerInvariant()) switch
        {
            ("http", "bearer") => $"{name}: the header 'Authorization: Bearer TOKEN'",
            ("http", var kind) => $"{name}: HTTP {kind}",
            ("apiKey", _) => $"{name}: an API key in {scheme?.Text("in")} '{scheme?.Text("name")}'",
            (var type, _) => $"{name}: {type}",
        };
    }

    private static OperationResult.Parameter Parameter(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.In,
        Required = parameter.IsRequired,
        Type = parameter.Schema is { } schema ? SchemaText.Of(schema) : "anything",
        Description = parameter.Description,
        Example = parameter.Example?.DeepClone(),
        Source = parameter.Place.Citation,
    };

    private OperationResult.RequestBody Body(ContractNode body) => new()
    {
        Required = body.Flag("required"),
        Description = body.Text("description"),
        Contents = Contents(body) ?? [],
        Source = body.Citation,
    };

    private OperationResult.Response Response(string status, ContractNode response) => new()
    {
        Status = status,
        Description = response.Text("description"),
        Headers = response.Child("headers")?.Children().Select(h => (h.Key, Place: documentation.Resolve(h.Value))).Select(h => new OperationResult.Header
        {
            Name = h.Key,
            Type = h.Place.Child("schema") is { } schema ? SchemaText.Of(schema) : "anything",
            Description = h.Place.Text("description"),
        }).ToList(),
        Contents = Contents(response),
        Source = response.Citation,
    };

    private List<OperationResult.Content>? Contents(ContractNode place)
        => place.Child("content")?.Children().Select(c => new OperationResult.Content
        {
            MediaType = c.Key,
            Schema = c.Value.Child("schema") is { } schema ? SchemaText.Of(schema) : "anything",
            Examples = Examples(c.Value),
        }).ToList();

    private List<OperationResult.Example>? Examples(ContractNode content)
    {
        if (content.Node["example"] is { } single)
        {
            return [new OperationResult.Example { Name = "example", Value = single.DeepClone(), Source = "#" + content.PointerTo("example") }];
        }

        return content.Child("examples")?.Children().Select(e => (e.Key, Place: documentation.Resolve(e.Value))).Select(e => new OperationResult.Example
        {
            Name = e.Key,
            Summary = e.Place.Text("summary"),
            Value = e.Place.Node["value"]?.DeepClone(),
            Source = e.Place.Citation,
        }).ToList();
    }
}
