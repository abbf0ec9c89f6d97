using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Plannr.SampleApi.Models;

namespace Plannr.SampleApi.Endpoints;

/// <summary>Operations that return the values that they receive, in a group with a tag.</summary>
internal static class ValueEndpoints
{
    public static void MapValues(this IEndpointRouteBuilder routes)
    {
        var values = routes.MapGroup("/values").WithTags("Values");
        values.MapPost("/numbers", (Numbers numbers) => numbers).WithName("EchoNumbers");
        values.MapPost("/optional-numbers", (OptionalNumbers numbers) => numbers).WithName("EchoOptionalNumbers");
        values.MapPost("/texts", (Texts texts) => texts).WithName("EchoTexts");
        values.MapPost("/optional-texts", (OptionalTexts texts) => texts).WithName("EchoOptionalTexts");
        values.MapPost("/collections", (Collections collections) => collections).WithName("EchoCollections");
        values.MapPost("/anything", (Anything anything) => anything).WithName("EchoAnything");
        values.MapPost("/any", ([FromBody] object? value) => value).WithName("EchoAny");
        values.MapPost("/colors", (Color?[] colors) => colors).WithName("EchoColors");
        values.MapPut("/level/{level}", (Level level) => level).WithName("EchoLevel");
        values.MapPut("/decimal", ([FromBody] decimal value) => value).WithName("EchoDecimal");
        values.MapPut("/word", ([FromBody] string value) => Results.Json(value)).Produces<string>().WithName("EchoWord");
        values.MapPut("/tag", ([FromBody] Tag? tag) => tag).WithName("EchoTag");
        values.MapGet("/search", ([AsParameters] Search search) => Describe(search)).WithName("Search");
        values.MapGet("/headers", ([FromHeader(Name = "X-Count")] int count, [FromHeader(Name = "X-Color")] Color? color, [FromHeader(Name = "X-Words")] string[]? words)
            => Describe(("count", count), ("color", color), ("words", words))).WithName("ReadHeaders");
        values.MapGet("/paths/{number:long}/{day}/{key:guid}/{color}/{*rest}", (long number, DateOnly day, Guid key, Color color, string rest)
            => Describe(("number", number), ("day", day), ("key", key), ("color", color), ("rest", rest))).WithName("ReadPath");
    }

    private static Received Describe(Search search) => Describe(
        ("page", search.Page),
        ("after", search.After),
        ("color", search.Color),
        ("level", search.Level),
        ("words", search.Words),
        ("numbers", search.Numbers),
        ("day", search.Day),
        ("time", search.Time),
        ("duration", search.Duration),
        ("since", search.Since?.UtcDateTime),
        ("key", search.Key),
        ("link", search.Link),
        ("price", search.Price),
        ("is-done", search.IsDone));

    private static Received Describe(params (string Name, object? Value)[] values) => new(values.ToDictionary(v => v.Name, v => Text(v.Value)));

    private static string? Text(object? value) => value switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        Array items => string.Join('|', items.Cast<object?>()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
