using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Api;

/// <summary>Puts the contract's operations into the application.</summary>
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

    /// <summary>Answers what is the API's without letting anything else have a say in it, also where it names no operation.</summary>
    public static void UseApi(this WebApplication application, ApiPipeline pipeline)
        => application.Use(next => context => ApiPipeline.IsApi(context) ? pipeline.InvokeAsync(context) : next(context));
}
