using System.Runtime.CompilerServices;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Contracts;

/// <summary>Compiles the contract's operations.</summary>
internal static class ContractOperations
{
    // Cached, because compiling the schemas is the slowest part of the start, and all sandboxes of a process have the same contract.
    private static readonly ConditionalWeakTable<Contract, Task<IReadOnlyList<ContractOperation>>> Compiled = [];

    public static Task<IReadOnlyList<ContractOperation>> OfAsync(Contract contract) => Compiled.GetValue(contract, ReadAsync);

    private static async Task<IReadOnlyList<ContractOperation>> ReadAsync(Contract contract)
    {
        var schemas = ContractSchemas.Of(contract);
        var operations = new List<ContractOperation>();
        foreach (var (path, item) in contract.Document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                operations.Add(new ContractOperation(
                    operation.OperationId ?? $"{method} {path}",
                    method,
                    path,
                    await ReadParametersAsync(schemas, item.Parameters ?? [], operation.Parameters ?? []),
                    operation.RequestBody is { } body ? new ContractBody(body.Required, await ReadContentAsync(schemas, body.Content)) : null,
                    await ReadResponsesAsync(schemas, operation.Responses ?? [])));
            }
        }

        return operations;
    }

    private static async Task<IReadOnlyList<ContractParameter>> ReadParametersAsync(
        ContractSchemas schemas, IList<IOpenApiParameter> ofPath, IList<IOpenApiParameter> ofOperation)
    {
        var parameters = new List<ContractParameter>();
        // A parameter of an operation overrides the parameter of its path with the same name and location.
        foreach (var parameter in ofOperation.Concat(ofPath).DistinctBy(p => (p.Name, p.In)))
        {
            parameters.Add(new ContractParameter(
                parameter.Name!,
                parameter.In ?? ParameterLocation.Query,
                parameter.Required,
                parameter.Explode,
                await schemas.CompileAsync(parameter.Schema)));
        }

        return parameters;
    }

    private static async Task<IReadOnlyDictionary<string, ContractResponse>> ReadResponsesAsync(ContractSchemas schemas, OpenApiResponses responses)
    {
        var read = new Dictionary<string, ContractResponse>(StringComparer.OrdinalIgnoreCase);
        foreach (var (status, response) in responses)
        {
            var headers = new List<ContractParameter>();
            foreach (var (name, header) in response.Headers ?? new Dictionary<string, IOpenApiHeader>())
            {
                headers.Add(new ContractParameter(name, ParameterLocation.Header, header.Required, header.Explode, await schemas.CompileAsync(header.Schema)));
            }

            read.Add(status, new ContractResponse(headers, await ReadContentAsync(schemas, response.Content), ExampleOf(response.Content)));
        }

        return read;
    }

    private static async Task<IReadOnlyDictionary<string, JsonSchema?>> ReadContentAsync(ContractSchemas schemas, IDictionary<string, IOpenApiMediaType>? content)
    {
        var read = new Dictionary<string, JsonSchema?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (mediaType, value) in content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            read.Add(mediaType, await schemas.CompileAsync(value.Schema));
        }

        return read;
    }

    private static JToken? ExampleOf(IDictionary<string, IOpenApiMediaType>? content)
    {
        var json = content?.Where(c => JsonMediaType.Is(c.Key)).Select(c => c.Value).FirstOrDefault();
        var example = json?.Example ?? json?.Examples?.Values.Select(e => e.Value).FirstOrDefault(v => v is not null);
        return example is null ? null : PlainJson.Read(example.ToJsonString());
    }
}
