using System.Net.Sockets;
using System.Text;

namespace Plannr.Client.Tests.Errors;

/// <summary>Tests connections that fail, break, or stall.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class ConnectionFaultTests(Construction construction)
{
    private const string Body = """{"label":"My Fundment Account 1"}""";

    // Longer than the maximum delay of the first retry (0.69 s), because the clock treats a delay of this length as a timeout.
    private static readonly TimeSpan ShortTimeout = TimeSpan.FromMilliseconds(700);

    private static byte[] Head(params string[] headers) => RawResponse.Head(200, ["Content-Type: application/json", .. headers]);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static IEnumerable<TestCaseData> Broken()
    {
        yield return Fault("closed before headers", []);
        yield return Fault("closed in the middle of the headers", Text("HTTP/1.1 200 OK\r\nContent-Ty"));
        yield return Fault("closed after headers", Head("Content-Length: 33"));
        yield return Fault("closed in the middle of the body", Head("Content-Length: 33"), Text("{\"label\":"));
        yield return Fault("a response that is not HTTP", Text("+OK POP3 ready\r\n"));
        yield return Fault("a chunked body that ends too early", Head("Transfer-Encoding: chunked"), Text("9\r\n{\"label\":\r\n"));
        yield return Fault("a chunk without its length", Head("Transfer-Encoding: chunked"), Text("{}\r\n0\r\n\r\n"));
        yield return Fault("a Content-Length that is too large", Head("Content-Length: 1000"), Text(Body));
        yield return Fault("invalid gzip", Head("Content-Encoding: gzip", "Content-Length: 33"), Text(Body));

        static TestCaseData Fault(string name, params byte[][] parts) => new TestCaseData(parts as object).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Broken))]
    public async Task Update_over_a_broken_connection_retries_and_then_throws(byte[][] parts)
    {
        await using var server = RawServer.Answering(parts);

        var trial = await Trial.RunAsync(construction, server);

        AssertNoResponse<PlannrTransportException>(trial, attempts: 2);
    }

    [TestCase(false, TestName = "before headers")]
    [TestCase(true, TestName = "in the middle of the body")]
    public async Task Update_over_a_reset_connection_retries_and_then_throws(bool afterSomeBody)
    {
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            if (afterSomeBody)
            {
                await stream.WriteAsync((byte[])[.. Head("Content-Length: 33"), .. Text("{\"label\":")], cancellationToken);
            }

            // Makes the socket send a reset when it is closed.
            stream.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
            stream.Socket.Close();
        });

        var trial = await Trial.RunAsync(construction, server);

        AssertNoResponse<PlannrTransportException>(trial, attempts: 2);
    }

    public static IEnumerable<TestCaseData> Stalling()
    {
        yield return new TestCaseData([Array.Empty<byte>()]).SetArgDisplayNames("headers");
        yield return new TestCaseData([Text("HTTP/1.1 200 OK\r\n")]).SetArgDisplayNames("the middle of the headers");
        yield return new TestCaseData([Head("Content-Length: 33")]).SetArgDisplayNames("body");
        yield return new TestCaseData([(byte[])[.. Head("Content-Length: 33"), .. Text("{")]]).SetArgDisplayNames("the middle of the body");
        yield return new TestCaseData([(byte[])[.. Head("Transfer-Encoding: chunked"), .. Text("1\r\n{\r\n")]]).SetArgDisplayNames("the next chunk");
    }

    [TestCaseSource(nameof(Stalling))]
    public async Task Update_with_a_stalled_response_throws_after_AttemptTimeout(byte[] start)
    {
        await using var server = RawServer.Stalling(start);

        var trial = await Trial.RunAsync(construction, server, options => options.AttemptTimeout = ShortTimeout);

        AssertNoResponse<PlannrTimeoutException>(trial, attempts: 2);
        Assert.That(trial.Exception!.Message, Does.Contain("did not complete within AttemptTimeout (0.7 s) after 2 attempts."));
        Assert.That(trial.Elapsed, Is.GreaterThan(ShortTimeout));
    }

    [Test]
    public async Task Update_with_a_body_that_arrives_slowly_throws_after_AttemptTimeout()
    {
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(Head("Content-Length: 100000"), cancellationToken);
            using var drop = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (await drop.WaitForNextTickAsync(cancellationToken))
            {
                await stream.WriteAsync(" "u8.ToArray(), cancellationToken);
            }
        });

        var trial = await Trial.RunAsync(construction, server, options => options.AttemptTimeout = ShortTimeout);

        AssertNoResponse<PlannrTimeoutException>(trial, attempts: 2);
    }

    [Test]
    public async Task Update_throws_after_TotalTimeout()
    {
        await using var server = RawServer.Stalling([]);

        var trial = await Trial.RunAsync(construction, server, options =>
        {
            options.AttemptTimeout = TimeSpan.FromMilliseconds(699);
            options.TotalTimeout = ShortTimeout;
            options.MaxRetries = 100;
        });

        Assert.That(trial.Exception, Is.TypeOf<PlannrTimeoutException>());
        Assert.That(trial.Exception!.Message, Does.Contain("within TotalTimeout (0.7 s)"));
    }

    [Test]
    public async Task List_over_a_refused_connection_retries_and_then_throws()
    {
        await using var client = ClientUnderTest.Create(construction, options =>
        {
            // No server listens on port 1.
            options.BaseAddress = new Uri("http://127.0.0.1:1");
            options.AccessToken = Trial.Token;
            options.TimeProvider = new SkippingClock(options.AttemptTimeout, options.TotalTimeout);
        });

        var exception = Assert.ThrowsAsync<PlannrTransportException>(() => client.Client.OAuthConnections.ListAsync())!;

        Assert.That(exception.Message, Does.StartWith("GET /api/v1/oauth/connections received no response after 4 attempts: "));
        Assert.That(exception.InnerException, Is.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task List_with_an_unknown_host_throws_with_its_name()
    {
        await using var client = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = new Uri("https://plannr.invalid");
            options.AccessToken = Trial.Token;
            options.MaxRetries = 0;
        });

        var exception = Assert.CatchAsync<PlannrTransportException>(() => client.Client.OAuthConnections.ListAsync())!;

        Assert.That(exception.Message, Does.StartWith("GET /api/v1/oauth/connections received no response: ").And.Contain("plannr.invalid"));
    }

    [Test]
    public async Task List_over_a_connection_that_recovers_succeeds()
    {
        var attempts = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            if (Interlocked.Increment(ref attempts) > 1)
            {
                await stream.WriteAsync(RawResponse.Json(200, Body), cancellationToken);
            }
        });

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception, Is.Null);
        Assert.That(trial.Value!.Label, Is.EqualTo("My Fundment Account 1"));
        Assert.That(trial.Attempts, Is.EqualTo(2));
        Assert.That(server.Requests[1], Is.EqualTo(server.Requests[0]), "The second attempt differs from the first.");
    }

    [Test]
    public async Task Canceled_call_throws_OperationCanceledException_and_no_timeout()
    {
        var sent = new TaskCompletionSource();
        await using var server = RawServer.Stalling([.. Head("Content-Length: 33"), .. "{"u8], sent);
        await using var client = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = Trial.Token;
        });
        using var cancellation = new CancellationTokenSource();

        var call = client.Client.OAuthConnections.ListAsync(cancellation.Token);
        await sent.Task;
        await cancellation.CancelAsync();

        var exception = Assert.CatchAsync<OperationCanceledException>(() => call)!;
        Assert.That(exception.CancellationToken, Is.EqualTo(cancellation.Token));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Update_with_a_100_Continue_before_the_response_ignores_it()
    {
        await using var server = RawServer.Answering(Text("HTTP/1.1 100 Continue\r\n\r\n"), Text("HTTP/1.1 103 Early Hints\r\n\r\n"), RawResponse.Json(200, Body));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Value?.Label, Is.EqualTo("My Fundment Account 1"), $"{trial.Exception}");
    }

    [Test]
    public async Task Update_with_a_Content_Length_that_is_too_small_reads_the_shorter_body()
    {
        await using var server = RawServer.Answering(Head("Content-Length: 9"), Text(Body));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception, Is.TypeOf<PlannrException>());
        Assert.That(trial.Exception!.Message, Does.Contain("returned status 200, but its JSON does not match the contract"));
    }

    private static void AssertNoResponse<T>(Trial trial, int attempts)
        where T : PlannrTransportException
    {
        Assert.That(trial.Exception, Is.TypeOf<T>());
        var exception = (PlannrTransportException)trial.Exception!;
        Assert.Multiple(() =>
        {
            // On a busy machine, the timeout of an attempt can pass before the request is sent.
            Assert.That(trial.Attempts, typeof(T) == typeof(PlannrTimeoutException) ? Is.InRange(0, attempts) : Is.EqualTo(attempts));
            Assert.That(trial.Delays, Has.Count.EqualTo(attempts - 1));
            Assert.That(exception.StatusCode, Is.Zero);
            Assert.That(exception.RequestMethod, Is.EqualTo("PUT"));
            Assert.That(exception.RequestPath, Is.EqualTo($"/api/v1/oauth/connections/{Trial.Uuid}"));
            Assert.That(exception.ResponseBody, Is.Empty);
            Assert.That(exception.Headers, Is.Empty);
        });
    }
}
