using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Plannr.Client;
using Plannr.Client.Sending;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Provides extension methods that register <see cref="PlannrClient"/>.</summary>
public static class PlannrServiceCollectionExtensions
{
    private const string DefaultName = "Plannr";

    /// <summary>Registers <see cref="IPlannrClient"/>, <see cref="PlannrClient"/> and each generated client, such as <c>IOAuthConnectionsClient</c>, as singletons.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. They are validated when the host starts, or without a host when they are first used.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>. Handlers that are added to it see each attempt, including its access token.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPlannrClient(this IServiceCollection services, Action<PlannrClientOptions> configure)
        => services.Default().AddPlannrClient(DefaultName, configure);

    /// <summary>Registers a client that reads its options from a section of the configuration. The keys are the names of the options.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The section of the configuration. A key that is not the name of an option is an error.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPlannrClient(this IServiceCollection services, IConfiguration section)
        => services.Default().AddPlannrClient(DefaultName, section);

    /// <summary>Registers a named client, such as one of several accounts. Inject it with <c>[FromKeyedServices("name")] IPlannrClient</c>.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key of the services, and the name of the options and the <see cref="HttpClient"/>.</param>
    /// <param name="configure">Sets the options. They are validated when the host starts, or without a host when they are first used.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPlannrClient(this IServiceCollection services, string name, Action<PlannrClientOptions> configure)
        => services.Add(name, options => options.Configure(configure ?? throw new ArgumentNullException(nameof(configure))));

    /// <summary>Registers a named client that reads its options from a section of the configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key of the services, and the name of the options and the <see cref="HttpClient"/>.</param>
    /// <param name="section">The section of the configuration. A key that is not the name of an option is an error.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPlannrClient(this IServiceCollection services, string name, IConfiguration section)
        => services.Add(name, options => options.Bind(section ?? throw new ArgumentNullException(nameof(section)), binder => binder.ErrorOnUnknownConfiguration = true));

    private static IServiceCollection Default(this IServiceCollection services)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<PlannrClient>(DefaultName));
        services.TryAddSingleton<IPlannrClient>(provider => provider.GetRequiredService<PlannrClient>());
        services.TryAddSingleton(provider => provider.GetRequiredService<PlannrClient>().Logins);
        services.TryAddSingleton(provider => provider.GetRequiredService<PlannrClient>().Me);
        services.TryAddSingleton(provider => provider.GetRequiredService<PlannrClient>().OAuthConnections);
        services.TryAddSingleton(provider => provider.GetRequiredService<PlannrClient>().WebhookSubscriptions);
        return services;
    }

    private static IHttpClientBuilder Add(this IServiceCollection services, string name, Action<OptionsBuilder<PlannrClientOptions>> configure)
    {
        _ = services ?? throw new ArgumentNullException(nameof(services));
        _ = name ?? throw new ArgumentNullException(nameof(name));

        var isKnown = services.Any(service => service.ServiceType == typeof(PlannrClient) && service.IsKeyedService && name.Equals(service.ServiceKey));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PlannrClientOptions>, PlannrClientOptionsValidator>());
        var options = services.AddOptions<PlannrClientOptions>(name).ValidateOnStart();
        configure(options);
        if (isKnown)
        {
            // A second registration only adds options. A second chain of handlers would retry each retry.
            return services.AddHttpClient(name);
        }

        options.PostConfigure<IServiceProvider>((values, provider) =>
        {
            values.TimeProvider ??= provider.GetService<TimeProvider>();
            if (values.AccessToken is null && values.AccessTokenProvider is null)
            {
                values.AccessTokenProvider = provider.GetKeyedService<IAccessTokenProvider>(name) ?? provider.GetService<IAccessTokenProvider>();
            }
        });

        services.TryAddKeyedSingleton(name, (provider, _) =>
            new PlannrClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), provider.OptionsOf(name), provider.Logger()));
        services.TryAddKeyedSingleton<IPlannrClient>(name, (provider, _) => provider.GetRequiredKeyedService<PlannrClient>(name));
        services.TryAddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<PlannrClient>(name).Logins);
        services.TryAddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<PlannrClient>(name).Me);
        services.TryAddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<PlannrClient>(name).OAuthConnections);
        services.TryAddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<PlannrClient>(name).WebhookSubscriptions);

        return services.AddHttpClient(name, (provider, httpClient) => HandlerChain.Configure(httpClient, provider.OptionsOf(name)))
            // Plannr.Client logs each call itself, once and in more detail.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler.Create(provider.OptionsOf(name)))
            // The clients are singletons. The primary handler limits the lifetime of its connections instead.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
            {
                foreach (var handler in HandlerChain.Create(provider.OptionsOf(name), provider.Logger()))
                {
                    handlers.Add(handler);
                }
            });
    }

    private static ILogger Logger(this IServiceProvider provider) => PlannrClient.LoggerOf(provider.GetService<ILoggerFactory>());

    private static PlannrClientOptions OptionsOf(this IServiceProvider provider, string name)
        => provider.GetRequiredService<IOptionsMonitor<PlannrClientOptions>>().Get(name);
}
