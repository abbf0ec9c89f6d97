using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Plannr.Generated;
using Plannr.Runtime.Requests;

namespace Plannr.Client.Tests.Setup;

/// <summary>Tests <c>services.AddPlannrClient(...)</c>.</summary>
public sealed class RegistrationTests
{
    [Test]
    public void AddPlannrClient_registers_every_service()
    {
        using var services = Build(services => services.AddPlannrClient(options => options.AccessToken = "token"));

        var client = services.GetRequiredService<PlannrClient>();
        Assert.Multiple(() =>
        {
            Assert.That(services.GetRequiredService<IPlannrClient>(), Is.SameAs(client));
            Assert.That(services.GetRequiredService<IOAuthConnectionsClient>(), Is.SameAs(client.OAuthConnections));
        });
    }

    [Test]
    public void Each_generated_client_is_a_property_and_a_service()
    {
        using var services = Build(services => services.AddPlannrClient(options => options.AccessToken = "token"));
        var generated = typeof(IOAuthConnectionsClient).Assembly.GetExportedTypes().Where(type => type.IsInterface && type.Name.EndsWith("Client", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            foreach (var type in generated)
            {
                Assert.That(typeof(IPlannrClient).GetProperties().Select(p => p.PropertyType), Has.One.EqualTo(type), $"IPlannrClient has no property for {type.Name}.");
                Assert.That(services.GetService(type), Is.Not.Null, $"AddPlannrClient registers no {type.Name}.");
                Assert.That(services.GetKeyedService(type, "Plannr"), Is.SameAs(services.GetService(type)), $"AddPlannrClient registers no {type.Name} with its key.");
            }
        });
    }

    [Test]
    public void Each_generated_client_has_the_options()
    {
        using var plannr = new PlannrClient(new PlannrClientOptions { AccessToken = "token", MaxResponseBytes = 1000, KeepsResponseBodies = true });
        var clients = typeof(IPlannrClient).GetProperties().Select(property => (ApiClient)property.GetValue(plannr)!).ToArray();

        Assert.That(clients, Is.Not.Empty.And.All.Matches<ApiClient>(client =>
            client is { MaxResponseBytes: 1000, KeepsResponseBodies: true, ErrorConverter: not null, DriftObserver: not null }));
    }

    [Test]
    public async Task Named_clients_have_separate_options()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var services = Build(services =>
        {
            foreach (var (name, account) in new[] { ("north", "11111111-1111-1111-1111-111111111111"), ("south", "22222222-2222-2222-2222-222222222222") })
            {
                services.AddPlannrClient(name, options =>
                {
                    options.BaseAddress = server.BaseAddress;
                    options.AccessToken = "token-of-" + name;
                    options.AccountUuid = new Guid(account);
                });
            }
        });

        await services.GetRequiredKeyedService<IPlannrClient>("north").OAuthConnections.ListAsync();
        await services.GetRequiredKeyedService<IOAuthConnectionsClient>("south").ListAsync();

        Assert.Multiple(() =>
        {
            Assert.That(server.Requests[0], Does.Contain("Bearer token-of-north\r\n").And.Contain("11111111-1111-1111-1111-111111111111"));
            Assert.That(server.Requests[1], Does.Contain("Bearer token-of-south\r\n").And.Contain("22222222-2222-2222-2222-222222222222"));
            Assert.That(services.GetService<IPlannrClient>(), Is.Null, "A named client was registered as the default client.");
        });
    }

    [Test]
    public void Options_are_bound_from_a_section_of_the_configuration()
    {
        var section = Section(
            ("BaseAddress", "https://gateway.example/plannr"),
            ("AccessToken", "token"),
            ("AccountUuid", "1b4bb605-6f76-4aed-a4d0-e7b3723b806a"),
            ("AttemptTimeout", "00:00:05"),
            ("TotalTimeout", "00:01:30"),
            ("MaxRetries", "5"),
            ("UserAgent", "MyApplication/1.0"),
            ("RequestsPerMinute", "250"),
            ("MaxResponseBytes", "1000"));
        using var services = Build(services => services.AddPlannrClient(section));

        Assert.That(services.GetService<IPlannrClient>(), Is.Not.Null);
        var options = OptionsOf(services, "Plannr");
        Assert.Multiple(() =>
        {
            Assert.That(options.BaseAddress, Is.EqualTo(new Uri("https://gateway.example/plannr")));
            Assert.That(options.AccessToken, Is.EqualTo("token"));
            Assert.That(options.AccountUuid, Is.EqualTo(new Guid("1b4bb605-6f76-4aed-a4d0-e7b3723b806a")));
            Assert.That(options.AttemptTimeout, Is.EqualTo(TimeSpan.FromSeconds(5)));
            Assert.That(options.TotalTimeout, Is.EqualTo(TimeSpan.FromSeconds(90)));
            Assert.That(options.MaxRetries, Is.EqualTo(5));
            Assert.That(options.UserAgent, Is.EqualTo("MyApplication/1.0"));
            Assert.That(options.RequestsPerMinute, Is.EqualTo(250));
            Assert.That(options.MaxResponseBytes, Is.EqualTo(1000));
        });
    }

    [Test]
    public void Unknown_key_in_the_section_throws()
    {
        using var services = Build(services => services.AddPlannrClient(Section(("AccesToken", "secret"))));

        var exception = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IPlannrClient>())!;

        Assert.That(exception.Message, Does.Contain("'AccesToken'"));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }

    [Test]
    public void Host_with_invalid_options_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddPlannrClient(options => options.AttemptTimeout = TimeSpan.Zero);
        using var host = builder.Build();

        var exception = Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())!;

        Assert.That(exception.Failures, Has.One.StartsWith("AccessToken is not set").And.One.StartsWith("AttemptTimeout is 00:00:00"));
    }

    [Test]
    public async Task Registered_token_provider_and_clock_are_used()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));
        var clock = new SkippingClock(new PlannrClientOptions().AttemptTimeout, new PlannrClientOptions().TotalTimeout);
        await using var services = Build(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<IAccessTokenProvider>(new Tokens("from the services".Replace(' ', '-')));
            services.AddPlannrClient(options => options.BaseAddress = server.BaseAddress);
        });

        Assert.ThrowsAsync<PlannrServerException>(() => services.GetRequiredService<IPlannrClient>().OAuthConnections.ListAsync());

        Assert.That(server.Requests[0], Does.Contain("\r\nAuthorization: Bearer from-the-services\r\n"));
        Assert.That(clock.Delays, Has.Count.EqualTo(3));
    }

    [Test]
    public void Token_and_clock_of_the_options_take_precedence_over_registered_ones()
    {
        var clock = new SkippingClock();
        using var services = Build(services =>
        {
            services.AddSingleton(TimeProvider.System);
            services.AddSingleton<IAccessTokenProvider>(new Tokens("registered"));
            services.AddPlannrClient(options => (options.AccessToken, options.TimeProvider) = ("token", clock));
        });

        var options = OptionsOf(services, "Plannr");

        Assert.That((options.AccessToken, options.AccessTokenProvider, options.TimeProvider), Is.EqualTo(("token", (IAccessTokenProvider?)null, clock)));
    }

    [Test]
    public void Token_provider_with_the_name_of_the_client_takes_precedence_over_one_without()
    {
        var (north, other) = (new Tokens("north"), new Tokens("other"));
        using var services = Build(services =>
        {
            services.AddKeyedSingleton<IAccessTokenProvider>("north", north);
            services.AddSingleton<IAccessTokenProvider>(other);
            services.AddPlannrClient("north", _ => { });
            services.AddPlannrClient("south", _ => { });
        });

        Assert.That(services.GetKeyedService<IPlannrClient>("north"), Is.Not.Null);
        Assert.That(OptionsOf(services, "north").AccessTokenProvider, Is.SameAs(north));
        Assert.That(OptionsOf(services, "south").AccessTokenProvider, Is.SameAs(other));
    }

    [Test]
    public async Task Added_handlers_see_each_attempt_with_its_token()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));
        var seen = new RecordingHandler();
        await using var services = Build(services => services
            .AddPlannrClient(options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.AccessToken = "token";
                options.MaxRetries = 1;
                options.TimeProvider = new SkippingClock(options.AttemptTimeout, options.TotalTimeout);
            })
            .AddHttpMessageHandler(() => seen));

        Assert.ThrowsAsync<PlannrServerException>(() => services.GetRequiredService<IPlannrClient>().OAuthConnections.ListAsync());

        Assert.That(seen.Authorizations, Is.EqualTo(new[] { "Bearer token", "Bearer token" }));
    }

    [Test]
    public async Task Second_registration_adds_options_and_no_handlers()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));
        await using var services = Build(services =>
        {
            services.AddPlannrClient(options => options.AccessToken = "token");
            services.AddPlannrClient(options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.MaxRetries = 1;
                options.TimeProvider = new SkippingClock(options.AttemptTimeout, options.TotalTimeout);
            });
        });

        Assert.ThrowsAsync<PlannrServerException>(() => services.GetRequiredService<IPlannrClient>().OAuthConnections.ListAsync());

        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("services")]
    [TestCase("name")]
    [TestCase("configure")]
    [TestCase("section")]
    public void Null_argument_throws_with_its_name(string parameter)
    {
        var services = new ServiceCollection();

        var exception = Assert.Throws<ArgumentNullException>(() => _ = parameter switch
        {
            "services" => ((IServiceCollection)null!).AddPlannrClient(_ => { }),
            "name" => services.AddPlannrClient(null!, _ => { }),
            "configure" => services.AddPlannrClient((Action<PlannrClientOptions>)null!),
            _ => services.AddPlannrClient((IConfiguration)null!),
        })!;

        Assert.That(exception.ParamName, Is.EqualTo(parameter));
    }

    private static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static PlannrClientOptions OptionsOf(IServiceProvider services, string name)
        => services.GetRequiredService<IOptionsMonitor<PlannrClientOptions>>().Get(name);

    private static IConfigurationSection Section(params (string Key, string Value)[] values)
        => new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create<string, string?>("Plannr:" + value.Key, value.Value)))
            .Build()
            .GetSection("Plannr");

    private sealed class Tokens(string token) : IAccessTokenProvider
    {
        public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken) => new(token);

        public ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken) => default;
    }

    private sealed class RecordingHandler : DelegatingHandler
    {
        public List<string> Authorizations { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorizations.Add($"{request.Headers.Authorization}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
