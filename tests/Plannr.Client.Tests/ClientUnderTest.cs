using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Plannr.Client.Tests;

/// <summary>A client that was created with or without dependency injection, and that disposes everything it uses.</summary>
internal sealed class ClientUnderTest : IAsyncDisposable
{
    private readonly IAsyncDisposable? _services;

    private ClientUnderTest(IPlannrClient client, IAsyncDisposable? services)
    {
        Client = client;
        _services = services;
    }

    public IPlannrClient Client { get; }

    public static ClientUnderTest Create(
        Construction construction, Action<PlannrClientOptions> configure, ILoggerProvider? logs = null, HttpMessageHandler? primaryHandler = null)
    {
        if (construction == Construction.Plain)
        {
            var options = new PlannrClientOptions();
            configure(options);
            var loggerFactory = LoggerFactory.Create(logging => Configure(logging, logs));
            return new ClientUnderTest(new PlannrClient(options, loggerFactory, primaryHandler), services: null);
        }

        var services = new ServiceCollection();
        services.AddLogging(logging => Configure(logging, logs));
        var httpClient = services.AddPlannrClient(configure);
        if (primaryHandler is not null)
        {
            httpClient.ConfigurePrimaryHttpMessageHandler(() => primaryHandler);
        }

        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        return new ClientUnderTest(provider.GetRequiredService<IPlannrClient>(), provider);
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
        else
        {
            ((IDisposable)Client).Dispose();
        }
    }

    private static void Configure(ILoggingBuilder logging, ILoggerProvider? logs)
    {
        logging.SetMinimumLevel(LogLevel.Trace);
        if (logs is not null)
        {
            logging.AddProvider(logs);
        }
    }
}
