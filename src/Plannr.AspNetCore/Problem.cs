using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Plannr.AspNetCore;

/// <summary>A response that refuses a request, with problem details as specified by RFC 9457. They do not reveal the expected values.</summary>
internal sealed class Problem
{
    public static readonly Problem Unauthorized = new(
        StatusCodes.Status401Unauthorized, "https://tools.ietf.org/html/rfc9110#section-15.5.2", "Unauthorized", "The request does not have a valid signature.");

    public static readonly Problem TooLarge = new(
        StatusCodes.Status413PayloadTooLarge, "https://tools.ietf.org/html/rfc9110#section-15.5.14", "Content Too Large", "The body of the request is too large.");

    private readonly int _status;
    private readonly string _type;
    private readonly string _title;
    private readonly string _detail;

    private Problem(int status, string type, string title, string detail)
    {
        _status = status;
        _type = type;
        _title = title;
        _detail = detail;
    }

    /// <summary>Writes the response, with the problem details service of the application if it has one.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = _status;
        var details = new ProblemDetails { Status = _status, Type = _type, Title = _title, Detail = _detail };
        if (context.RequestServices.GetService<IProblemDetailsService>() is { } service
            && await service.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details }).ConfigureAwait(false))
        {
            return;
        }

        // Without AddProblemDetails(), a serializer without reflection cannot write ProblemDetails. The strings need no escaping.
        context.Response.ContentType = "application/problem+json";
        await context.Response.WriteAsync($$"""{"type":"{{_type}}","title":"{{_title}}","status":{{_status}},"detail":"{{_detail}}"}""").ConfigureAwait(false);
    }
}
