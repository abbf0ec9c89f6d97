using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plannr.Constructs.Enumerations;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.SystemTextJson;

/// <summary>A minimal API on a real socket, which accepts and returns generated types with the default serializer of ASP.NET Core.</summary>
internal sealed class MinimalApi : IAsyncDisposable
{
    private readonly WebApplication _application;

    private MinimalApi(WebApplication application) => _application = application;

    public HttpClient CreateClient() => new() { BaseAddress = new Uri(_application.Urls.Single()) };

    /// <summary>Starts the API.</summary>
    /// <param name="withoutReflection">Whether System.Text.Json uses only source-generated metadata.</param>
    public static async Task<MinimalApi> StartAsync(bool withoutReflection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApi(o => o.AddContractSchemas());
        if (withoutReflection)
        {
            builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolver = WebApplicationContext.Default);
        }

        var application = builder.Build();
        application.MapOpenApi();
        application.MapPost("/connections", (OAuthConnection connection) => connection);
        application.MapPost("/results", (OAuthConnection connection) => Results.Ok(connection));
        application.MapPost("/typed-results", (OAuthConnection connection) => TypedResults.Json(connection));
        application.MapGet("/trees", () => new List<Containers.Tree?>());
        application.MapPost("/holders", (Holder holder) => holder);
        application.MapGet("/signs/{sign}", (Sign sign, Priority priority, Sign? other, Code[] codes) => $"{sign} {priority} {other} {string.Join(',', codes)}");
        application.MapGet("/codes/{code}", (Code code) => code.ToString());
        await application.StartAsync();
        return new MinimalApi(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
