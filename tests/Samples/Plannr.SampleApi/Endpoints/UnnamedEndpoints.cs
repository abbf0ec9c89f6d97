using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plannr.SampleApi.Models;

namespace Plannr.SampleApi.Endpoints;

/// <summary>Operations without names and without tags.</summary>
internal static class UnnamedEndpoints
{
    public static void MapUnnamed(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tags", () => new[] { new Tag("first"), new Tag("second", Color.Blue) });
        routes.MapGet("/tags/{name}", (string name) => new Tag(name));
        routes.MapPut("/tags/{name}", (string name, Tag tag) => tag with { Name = name });
        routes.MapDelete("/tags/{name}", (string name) => TypedResults.NoContent());
        routes.MapGet("/fault", () => TypedResults.Problem("It failed.", statusCode: 503)).ProducesProblem(503).ProducesValidationProblem();
    }
}
