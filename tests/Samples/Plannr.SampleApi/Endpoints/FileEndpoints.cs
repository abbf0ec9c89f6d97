using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Plannr.SampleApi.Models;

namespace Plannr.SampleApi.Endpoints;

/// <summary>Operations with forms, files and text.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/files").WithTags("Files").DisableAntiforgery();
        files.MapPost("/upload", async (IFormFile file, [FromForm] string name, [FromForm] int? count)
            => new Received(new() { ["file"] = await TextOf(file), ["fileName"] = file.FileName, ["name"] = name, ["count"] = $"{count}" })).WithName("UploadFile");
        files.MapPost("/uploads", async (IFormFileCollection files)
            => new Received(new() { ["count"] = $"{files.Count}", ["first"] = await TextOf(files[0]) })).WithName("UploadFiles");
        files.MapPost("/form", ([FromForm] Tag tag) => tag).WithName("PostForm");
        files.MapPost("/raw", async (Stream body) => await new StreamReader(body).ReadToEndAsync()).WithName("PostRaw");
        files.MapGet("/content", () => TypedResults.File("content"u8.ToArray(), "application/pdf", "content.pdf")).Produces<FileContentHttpResult>(200, "application/pdf").WithName("GetContent");
        files.MapGet("/stream", () => Results.Stream(new MemoryStream("stream"u8.ToArray()), "application/octet-stream")).Produces<Stream>(200, "application/octet-stream").WithName("GetStream");
        files.MapGet("/untyped", () => Results.File("untyped"u8.ToArray(), "image/png")).Produces(200, contentType: "image/png").WithName("GetUntyped");
        files.MapGet("/text", () => "text").WithName("GetText");
    }

    private static async Task<string> TextOf(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }
}
