using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework.Constraints;

namespace Plannr.Client.Tests.Telemetry;

/// <summary>Tests the traces, durations, and logs of calls that are not retried.</summary>
public sealed class CallTelemetryTests
{
    private static readonly TimeSpan Taken = TimeSpan.FromMilliseconds(1_500);

    private readonly FakeTimeProvider _clock = new();

    [Test]
    public async Task Trace_of_a_success_has_no_error_and_no_retries()
    {
        await using var server = Answering(200);
        var activity = await TraceAsync(server, client => client.OAuthConnections.ListAsync());

        Assert.Multiple(() =>
        {
            Assert.That(activity.DisplayName, Is.EqualTo("GET /api/v1/oauth/connections"));
            Assert.That(activity.Status, Is.EqualTo(ActivityStatusCode.Unset));
            Assert.That(activity.TagObjects, Is.EquivalentTo(new Dictionary<string, object?>
            {
                ["http.request.method"] = "GET",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = server.BaseAddress.Port,
                ["url.full"] = new Uri(server.BaseAddress, "/api/v1/oauth/connections").ToString(),
                ["url.template"] = "/api/v1/oauth/connections",
                ["plannr.operation"] = "OAuthConnections_List",
                ["http.response.status_code"] = 200,
            }));
        });
    }

    [TestCase(400, ActivityStatusCode.Error, "400")]
    [TestCase(399, ActivityStatusCode.Unset, null)]
    public async Task Trace_of_a_response_has_an_error_from_status_400_on(int status, ActivityStatusCode expected, string? error)
    {
        await using var server = Answering(status);
        var activity = await TraceAsync(server, client => client.OAuthConnections.ListAsync());

        Assert.That((activity.Status, activity.GetTagItem("error.type"), activity.GetTagItem("http.response.status_code")), Is.EqualTo((expected, (object?)error, (object?)status)));
    }

    [Test]
    public async Task Trace_of_a_request_without_an_operation_has_its_method_and_no_query()
    {
        await using var server = Answering(200);
        var activity = await TraceAsync(server, client => client.HttpClient.GetAsync(new Uri("things?secret=1", UriKind.Relative)));

        Assert.Multiple(() =>
        {
            Assert.That(activity.DisplayName, Is.EqualTo("GET"));
            Assert.That(activity.GetTagItem("url.full"), Is.EqualTo(new Uri(server.BaseAddress, "/things").ToString()));
            Assert.That(activity.GetTagItem("plannr.operation"), Is.Null);
        });
    }

    [Test]
    public async Task Duration_is_the_time_of_the_clock_in_seconds()
    {
        await using var server = Answering(200);
        var measurements = await MeasureAsync(client => client.OAuthConnections.ListAsync());

        var (seconds, tags) = measurements.Single(measurement => Equals(measurement.Tags["server.port"], server.BaseAddress.Port));
        Assert.That(seconds, Is.EqualTo(Taken.TotalSeconds));
        Assert.That(tags, Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["http.request.method"] = "GET",
            ["server.address"] = "127.0.0.1",
            ["server.port"] = server.BaseAddress.Port,
            ["url.template"] = "/api/v1/oauth/connections",
            ["plannr.operation"] = "OAuthConnections_List",
            ["http.request.resend_count"] = 0,
            ["http.response.status_code"] = 200,
        }));

        async Task<IEnumerable<(double Seconds, Dictionary<string, object?> Tags)>> MeasureAsync(Func<PlannrClient, Task> call)
        {
            var measurements = new ConcurrentBag<(double, Dictionary<string, object?>)>();
            using var listener = new MeterListener
            {
                InstrumentPublished = (instrument, listener) =>
                {
                    if (instrument is { Name: "http.client.request.duration", Meter.Name: "Plannr.Client" })
                    {
                        listener.EnableMeasurementEvents(instrument);
                    }
                },
            };
            listener.SetMeasurementEventCallback<double>((_, value, tags, _) => measurements.Add((value, tags.ToArray().ToDictionary())));
            listener.Start();
            using var client = Create(server);
            await call(client);
            return measurements;
        }
    }

    [TestCase(200, "Debug Plannr.Client[1] OAuthConnections_List returned status 200 in 1500.0 ms after 1 attempt(s).")]
    [TestCase(0, "Information Plannr.Client[2] OAuthConnections_List failed with PlannrTransportException in 1500.0 ms after 1 attempt(s).")]
    public async Task Log_has_the_time_of_the_clock_in_milliseconds(int status, string line)
    {
        await using var server = Answering(status);
        using var logs = new Logs();
        using var client = Create(server, logs);

        IResolveConstraint outcome = status == 0 ? Throws.TypeOf<PlannrTransportException>() : Throws.Nothing;
        await Assert.ThatAsync(() => client.OAuthConnections.ListAsync(), outcome);

        Assert.That(logs.Lines, Is.EqualTo(new[] { line }));
    }

    // The clock advances only while the server responds. For status 0, the server closes the connection before the response is complete.
    private RawServer Answering(int status) => RawServer.AnsweringWith(async (stream, cancellationToken) =>
    {
        _clock.Advance(Taken);
        // After the start of a response, .NET does not send the request again by itself.
        await stream.WriteAsync(status > 0 ? RawResponse.Json(status, "{}") : "HTTP/1.1 200 OK\r\n"u8.ToArray(), cancellationToken);
    });

    private PlannrClient Create(RawServer server, Logs? logs = null)
    {
        var options = new PlannrClientOptions { BaseAddress = server.BaseAddress, AccessToken = Trial.Token, MaxRetries = 0, RequestsPerMinute = 0, TimeProvider = _clock };
        return new PlannrClient(options, logs is null ? null : LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs)));
    }

    private async Task<Activity> TraceAsync(RawServer server, Func<PlannrClient, Task> call)
    {
        var activities = new ConcurrentBag<Activity>();
        using var parent = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Plannr.Client",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var client = Create(server);
        try
        {
            await call(client);
        }
        catch (PlannrException)
        {
            // The test is only about the trace.
        }

        return activities.Single(activity => activity.ParentId == parent.Id);
    }
}
