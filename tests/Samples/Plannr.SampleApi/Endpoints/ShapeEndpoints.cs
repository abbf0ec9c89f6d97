using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plannr.SampleApi.Models;

namespace Plannr.SampleApi.Endpoints;

/// <summary>Operations with types that have derived types.</summary>
internal static class ShapeEndpoints
{
    public static void MapShapes(this IEndpointRouteBuilder routes)
    {
        var shapes = routes.MapGroup("/shapes").WithTags("Shapes");
        shapes.MapPost("/", (Shape[] values) => values).WithName("EchoShapes");
        shapes.MapPost("/circle", (Circle circle) => circle).WithName("EchoCircle");
        shapes.MapPost("/animals", (List<Animal> animals) => animals).WithName("EchoAnimals");
    }
}
