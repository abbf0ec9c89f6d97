using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Plannr.Client;
using Plannr.Client.Sending;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="PlannrClient"/>.</summary>
public static class PlannrServiceCollectionExtensions
{
    private const string DefaultName = "Plannr";

    /// <summary>Registers <see cref="IPlannrClient"/>, <see cref="PlannrClient"/> and each generated client, such as <c>IOAuthConnectionsClient</c>, as singletons.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options, which are validated when a host starts, or else at the first use.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>. Handlers that are added to it see each attempt, with its token.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPlannrClient(this IServiceCollection services, Action<PlannrClientOptions> configure)
        => services.Default().AddPlannrClient(DefaultName, configure);

    /// <summary>Registers a client whose options come from a section of the configuration, whose keys are the names of the options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section. A key that is no option is an error.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPlannrClient(this IServiceCollection services, IConfiguration section)
        => services.Default().AddPlannrClient(DefaultName, section);

    /// <summary>Registers a client by name, for one account of several: <c>[FromKeyedServices("name")] IPlannrClient</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services, and the name of options and <see cref="HttpClient"/>.</param>
    /// <param name="configure">Sets the options, which are validated when a host starts, or else at the first use.</param>
    /// <returns>The builder of the <see cref="HttpClient"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddPlannrClient(this IServiceCollection services, string name, Action<PlannrClientOptions> configure)
        => services.Add(name, options => options.Configure(configure ?? throw new ArgumentNullException(nameof(configure))));

    /// <summary>Registers a client by name, whose options come from a section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services, and the name of options and <see cref="HttpClient"/>.</param>
    /// <param name="section">The section. A key that is no option is an error.</param>
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
            // Options add up; a second chain of handlers would retry each retry.
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
            // The logs of Plannr.Client say more, and say it once.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => PrimaryHandler.Create(provider.OptionsOf(name)))
            // The clients are singletons; it is the primary handler that gives its connections a lifetime.
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
