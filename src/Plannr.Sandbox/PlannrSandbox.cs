using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Plannr.Sandbox.Documentation;
using Plannr.Sandbox.Mcp;
using Plannr.Sandbox.Portal;

namespace Plannr.Sandbox;

/// <summary>A local Plannr on the loopback interface, with the contract's example connection in it. Its state ends with it.</summary>
public sealed class PlannrSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly AccessControl _accessControl;

    private PlannrSandbox(WebApplication application, AccessControl accessControl, PlannrSandboxOptions options, Guid exampleConnection)
    {
        _application = application;
        _accessControl = accessControl;
        BaseAddress = new Uri(application.Urls.Single());
        Token = options.Token;
        ExampleConnection = exampleConnection;
    }

    /// <summary>Where the sandbox listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The access token that it accepts.</summary>
    public string Token { get; }

    /// <summary>The UUID of the connection that it starts with.</summary>
    public Guid ExampleConnection { get; }

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How; the defaults take a free port.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The running sandbox; disposing it stops it.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PlannrSandbox> StartAsync(PlannrSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new PlannrSandboxOptions();
        var contract = await Contract.LoadAsync(cancellationToken);
        var accessControl = new AccessControl(options.Token);
        var application = Build(options, contract, accessControl);
        try
        {
            await application.StartAsync(cancellationToken);
            return new PlannrSandbox(application, accessControl, options, contract.ExampleUuid);
        }
        catch
        {
            await application.DisposeAsync();
            await accessControl.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the sandbox is told to stop, by Ctrl-C or by <paramref name="cancellationToken"/>.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A task that ends when it has stopped.</returns>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _accessControl.DisposeAsync();
    }

    private static WebApplication Build(PlannrSandboxOptions options, Contract contract, AccessControl accessControl)
    {
        // The content root would be the current directory, which is the user's and not the sandbox's.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));

        var documentation = ApiDocumentation.Parse(contract.Yaml, contract.Json);
        builder.Services.AddPlannrMcp(documentation, options.Token, options.AllowMcpCalls);

        var application = builder.Build();
        application.UseExceptionHandler(errors => errors.Run(context => Answers.Error(context.Response.StatusCode, "Server Error").ExecuteAsync(context)));
        application.UseStatusCodePages(context =>
        {
            var status = context.HttpContext.Response.StatusCode;
            return Answers.Error(status, ReasonPhrases.GetReasonPhrase(status)).ExecuteAsync(context.HttpContext);
        });
        application.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api"),
            api => api.Use(next => context => accessControl.InvokeAsync(context, next)));
        application.UseRouting();
        application.MapConnections(new ConnectionStore(contract, options.TimeProvider));
        application.MapPortal(documentation, options.Token);
        application.MapPlannrMcp();
        return application;
    }
}
