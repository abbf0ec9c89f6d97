using Microsoft.Extensions.DependencyInjection;

namespace Plannr.Client.Tests.Sending;

/// <summary>Tests that the application's handlers, inside and outside the client's handlers, can read the body of a response.</summary>
public sealed class HandlerTests
{
    private const string Body = """{"data":[{"label":"Mine"}]}""";

    [Test]
    public async Task Handlers_on_both_sides_read_the_body_that_the_client_reads()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, Body));
        var (outer, inner) = (new ReadingHandler(), new ReadingHandler());
        await using var services = Build(server, outer, inner);

        var connections = await services.GetRequiredService<IPlannrClient>().OAuthConnections.ListAsync();

        Assert.That(inner.Bodies, Is.EqualTo(new[] { Body }));
        Assert.That(outer.Bodies, Is.EqualTo(new[] { Body }));
        Assert.That(connections.Data!.Single().Label, Is.EqualTo("Mine"));
    }

    [Test]
    public async Task Handlers_on_both_sides_read_the_body_of_an_error()
    {
        await using var server = RawServer.Answering(RawResponse.Json(404, """{"message":"Gone."}"""));
        var (outer, inner) = (new ReadingHandler(), new ReadingHandler());
        await using var services = Build(server, outer, inner);

        var exception = Assert.ThrowsAsync<PlannrNotFoundException>(() => services.GetRequiredService<IPlannrClient>().OAuthConnections.ListAsync());

        Assert.That(inner.Bodies.Concat(outer.Bodies), Is.EqualTo(new[] { """{"message":"Gone."}""", """{"message":"Gone."}""" }));
        Assert.That(exception!.Error.Message, Is.EqualTo("Gone."));
    }

    [Test]
    public async Task Outer_handler_reads_the_body_of_the_last_attempt()
    {
        var responses = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) => await stream.WriteAsync(
            Interlocked.Increment(ref responses) == 1 ? RawResponse.Json(503, "{}", "Retry-After: 0") : RawResponse.Json(200, Body), cancellationToken));
        var (outer, inner) = (new ReadingHandler(), new ReadingHandler());
        await using var services = Build(server, outer, inner);

        await services.GetRequiredService<IPlannrClient>().OAuthConnections.ListAsync();

        Assert.That(inner.Bodies, Is.EqualTo(new[] { "{}", Body }));
        Assert.That(outer.Bodies, Is.EqualTo(new[] { Body }));
    }

    [Test]
    public async Task Exception_for_a_body_over_the_limit_has_the_headers()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, Body));
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = server.BaseAddress, AccessToken = Trial.Token, MaxResponseBytes = 5 });

        var exception = Assert.ThrowsAsync<PlannrException>(() => plannr.OAuthConnections.ListAsync());

        Assert.That(exception!.Headers["Content-Length"], Is.EqualTo(new[] { $"{Body.Length}" }));
        Assert.That(exception.Headers["Content-Type"], Is.EqualTo(new[] { "application/json" }));
    }

    [TestCase(true, Body)]
    [TestCase(false, null)]
    public async Task ResponseBody_has_the_body_if_KeepsResponseBodies_is_set(bool isKept, string? body)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, Body));
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = server.BaseAddress, AccessToken = Trial.Token, KeepsResponseBodies = isKept });

        var response = await plannr.OAuthConnections.ListWithResponseAsync();

        Assert.That(response.ResponseBody, Is.EqualTo(body));
        Assert.That(response.Headers["Content-Length"], Is.EqualTo(new[] { $"{Body.Length}" }));
    }

    private static ServiceProvider Build(RawServer server, DelegatingHandler outer, DelegatingHandler inner)
    {
        var services = new ServiceCollection();
        services
            .AddPlannrClient(options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.AccessToken = Trial.Token;
            })
            .AddHttpMessageHandler(() => inner)
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Insert(0, outer));
        return services.BuildServiceProvider();
    }

    private sealed class ReadingHandler : DelegatingHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Bodies.Add(await response.Content.ReadAsStringAsync(cancellationToken));
            return response;
        }
    }
}
