using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Reads requests with an ASP.NET Core server on a real socket.</summary>
internal static class ReadingServer
{
    /// <summary>Returns the form in the request that a call sends.</summary>
    public static async Task<IFormCollection> FormOf(Func<HttpClient, Task> call)
    {
        IFormCollection? form = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(async context =>
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        await server.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        await call(httpClient);
        return form!;
    }
}
