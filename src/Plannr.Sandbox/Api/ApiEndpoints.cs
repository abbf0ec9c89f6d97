using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Api;

/// <summary>Adds the contract's operations to the application.</summary>
internal static class ApiEndpoints
{
    public static void MapContract(this IEndpointRouteBuilder routes, IEnumerable<ContractOperation> operations, ApiPipeline pipeline)
    {
        foreach (var operation in operations)
        {
            var (pattern, names) = operation.Route();
            routes.Map(pattern, pipeline.InvokeAsync)
                .WithMetadata(new HttpMethodMetadata([operation.Method.Method]), new ApiRoute(operation, names));
        }
    }

    /// <summary>Handles all requests to the API, including those without an operation, before other middleware.</summary>
    public static void UseApi(this WebApplication application, ApiPipeline pipeline)
        => application.Use(next => context => ApiPipeline.IsApi(context) ? pipeline.InvokeAsync(context) : next(context));
}
