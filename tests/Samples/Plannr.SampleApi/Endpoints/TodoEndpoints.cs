using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Plannr.SampleApi.Models;

namespace Plannr.SampleApi.Endpoints;

/// <summary>Typical operations of an application, with several responses each.</summary>
internal static class TodoEndpoints
{
    public static void MapTodos(this IEndpointRouteBuilder routes)
    {
        var todos = routes.MapGroup("/todos").WithTags("Todos");
        todos.MapGet("/{id:int}", Results<Ok<Todo>, NotFound> (int id) => id == 0 ? TypedResults.NotFound() : TypedResults.Ok(new Todo { Id = id, Title = "Todo" })).WithName("GetTodo");
        todos.MapGet("/", (int? next) => new Page<Todo>([], next)).WithName("ListTodos").WithSummary("Lists tasks.").WithDescription("Lists tasks, a page at a time.");
        todos.MapPost("/", Results<Created<Todo>, ValidationProblem> (Todo todo) => TypedResults.Created($"/todos/{todo.Id}", todo)).WithName("CreateTodo");
        todos.MapDelete("/{id:int}", Results<NoContent, ProblemHttpResult> (int id) => id == 0 ? TypedResults.Problem("There is none.", statusCode: 409) : TypedResults.NoContent()).WithName("DeleteTodo").ProducesProblem(409);
        todos.MapPatch("/{id:int}", Results<Ok<Todo>, Accepted, Conflict<Tag>> (int id, Todo todo) => id switch
        {
            0 => TypedResults.Conflict(new Tag("taken")),
            1 => TypedResults.Accepted((string?)null),
            _ => TypedResults.Ok(todo),
        }).WithName("UpdateTodo");
        todos.MapMethods("/{id:int}", ["HEAD"], (int id) => id == 0 ? Results.NotFound() : Results.Ok()).WithName("CheckTodo");
        todos.MapGet("/count", () => 7).WithName("CountTodos");
        todos.MapGet("/stream", Todos).WithName("StreamTodos");
        todos.MapPost("/run", () => { }).WithName("RunTodos");
    }

    private static async IAsyncEnumerable<Todo> Todos()
    {
        await Task.Yield();
        yield return new Todo { Id = 1, Title = "First" };
        yield return new Todo { Id = 2, Title = "Second" };
    }
}
