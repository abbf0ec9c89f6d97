using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Plannr.Mcp.Documentation;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Control;
using Plannr.Sandbox.Faults;
using Plannr.Sandbox.Hosts;
using Plannr.Sandbox.Journal;
using Plannr.Sandbox.Mcp;
using Plannr.Sandbox.Portal;

namespace Plannr.Sandbox;

/// <summary>Builds the web application that serves a sandbox.</summary>
internal static class SandboxApplication
{
    public static WebApplication Build(SandboxParts parts)
    {
        var options = parts.Options;
        // The default content root is the current directory, which belongs to the user.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(options.ListenAddress, options.Port));

        var documentation = ApiDocumentation.Parse(parts.Contract.Yaml, parts.Contract.Json);
        builder.Services.AddPlannrMcp(documentation, options.Token, options.AllowMcpCalls);

        var application = builder.Build();
        var hosts = new HostFilter(options.ListenAddress, options.AllowedHosts);
        application.Use(next => context => hosts.InvokeAsync(context, next));
        application.UseExceptionHandler(errors => errors.Run(context
            => JsonResponses.Failure(context.Features.Get<IExceptionHandlerFeature>()!.Error).ExecuteAsync(context)));
        application.UseStatusCodePages(context =>
        {
            var status = context.HttpContext.Response.StatusCode;
            return JsonResponses.Error(status, ReasonPhrases.GetReasonPhrase(status)).ExecuteAsync(context.HttpContext);
        });
        application.UseRouting();

        // The API. Token, accounts, rate limit, validation and faults only apply to its paths, and not to the endpoints that are mapped
        // below.
        string[] tokens = [options.Token, .. options.OtherTokens];
        var authentication = new Authentication(tokens);
        var stopping = application.Lifetime.ApplicationStopping;
        var exchange = new FaultyExchange(options.TimeProvider, stopping);
        var journal = new JournalWriter(parts.Journal, new SecretMask(tokens), parts.Clock, options.TimeProvider);
        var pipeline = new ApiPipeline(authentication, parts.RateLimit, parts.Faults, parts.State, parts.Clock, parts.Implemented, journal, exchange);
        application.UseApi(pipeline);
        application.MapContract(parts.Operations, pipeline);
        application.MapControl(parts, authentication, stopping);
        application.MapConsent(parts.Connections, parts.State, parts.Clock);
        application.MapSandboxPage(options.Token);
        application.MapPortal(documentation, options.Token);
        application.MapPlannrMcp();
        return application;
    }
}

/// <summary>A lifetime for a sandbox inside another program. It does not handle Ctrl-C, which belongs to that program.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
