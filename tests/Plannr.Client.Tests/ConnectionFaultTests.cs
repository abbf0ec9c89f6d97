using System.Net.Sockets;
using System.Text;

namespace Plannr.Client.Tests;

/// <summary>Connections that fail, break or stall.</summary>
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
        yield return Fault("no HTTP", Text("+OK POP3 ready\r\n"));
        yield return Fault("a chunked body that ends too early", Head("Transfer-Encoding: chunked"), Text("9\r\n{\"label\":\r\n"));
        yield return Fault("a chunk without its length", Head("Transfer-Encoding: chunked"), Text("{}\r\n0\r\n\r\n"));
        yield return Fault("a Content-Length that is too large", Head("Content-Length: 1000"), Text(Body));
        yield return Fault("gzip that is none", Head("Content-Encoding: gzip", "Content-Length: 33"), Text(Body));

        static TestCaseData Fault(string name, params byte[][] parts) => new TestCaseData(parts as object).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Broken))]
    public async Task A_broken_connection_is_tried_again_and_then_said(byte[][] parts)
    {
        await using var server = RawServer.Answering(parts);

        var trial = await Trial.RunAsync(construction, server);

        AssertNoAnswer<PlannrTransportException>(trial, attempts: 2);
    }

    [TestCase(false, TestName = "before headers")]
    [TestCase(true, TestName = "in the middle of the body")]
    public async Task A_reset_is_tried_again_and_then_said(bool afterSomeBody)
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

        AssertNoAnswer<PlannrTransportException>(trial, attempts: 2);
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
    public async Task An_answer_that_stalls_ends_with_the_timeout_of_the_attempt(byte[] start)
    {
        await using var server = RawServer.Stalling(start);

        var trial = await Trial.RunAsync(construction, server, options => options.AttemptTimeout = ShortTimeout);

        AssertNoAnswer<PlannrTimeoutException>(trial, attempts: 2);
        Assert.That(trial.Exception!.Message, Does.Contain("did not complete within AttemptTimeout (0.7 s) after 2 attempts."));
        Assert.That(trial.Elapsed, Is.GreaterThan(ShortTimeout));
    }

    [Test]
    public async Task A_body_that_drips_ends_with_the_timeout_of_the_attempt()
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

        AssertNoAnswer<PlannrTimeoutException>(trial, attempts: 2);
    }

    [Test]
    public async Task The_total_timeout_ends_attempts_and_all()
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
    public async Task A_refused_connection_is_tried_again_and_then_said()
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
    public async Task A_host_that_does_not_exist_is_said()
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
    public async Task A_connection_that_recovers_is_no_error()
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
    public async Task A_caller_that_cancels_gets_its_cancellation_and_no_timeout()
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
    public async Task A_100_Continue_before_the_answer_is_passed_over()
    {
        await using var server = RawServer.Answering(Text("HTTP/1.1 100 Continue\r\n\r\n"), Text("HTTP/1.1 103 Early Hints\r\n\r\n"), RawResponse.Json(200, Body));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Value?.Label, Is.EqualTo("My Fundment Account 1"), $"{trial.Exception}");
    }

    [Test]
    public async Task A_Content_Length_that_is_too_small_ends_the_body_there()
    {
        await using var server = RawServer.Answering(Head("Content-Length: 9"), Text(Body));

        var trial = await Trial.RunAsync(construction, server);

        Assert.That(trial.Exception, Is.TypeOf<PlannrException>());
        Assert.That(trial.Exception!.Message, Does.Contain("returned status 200, but its JSON does not match the contract"));
    }

    private static void AssertNoAnswer<T>(Trial trial, int attempts)
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
