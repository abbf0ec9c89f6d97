using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using Plannr.SampleApi.Endpoints;

namespace Plannr.SampleApi;

/// <summary>The sample API. It returns the values that it receives, and serves its document in two versions of OpenAPI.</summary>
public static class SampleApplication
{
    /// <summary>Creates the API on a free port of the loopback interface.</summary>
    public static WebApplication Create()
    {
        // The name becomes the tag of operations without a tag. The default would be the name of the test host.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(SampleApplication).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProblemDetails();
        builder.Services.AddValidation();
        builder.Services.AddOpenApi("3.0", o => o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0);
        builder.Services.AddOpenApi("3.1", o => o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);

        var application = builder.Build();
        application.MapOpenApi();
        application.MapValues();
        application.MapShapes();
        application.MapTodos();
        application.MapFiles();
        application.MapUnnamed();
        return application;
    }
}
