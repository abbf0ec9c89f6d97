using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Plannr.Generated;

namespace Plannr.Client.Tests.Telemetry;

/// <summary>Tests logs, traces and metrics, and that they contain no secrets.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class TelemetryTests(Construction construction)
{
    [Test]
    public async Task Logs_contain_the_retries_and_the_response()
    {
        var responses = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
            await stream.WriteAsync(Interlocked.Increment(ref responses) switch
            {
                1 => RawResponse.Json(503, "{}", "Retry-After: 1"),
                2 => "HTTP/1.1 200 OK\r\nContent-Ty"u8.ToArray(),
                _ => RawResponse.Json(200, "{}"),
            }, cancellationToken));
        using var logs = new Logs();
        await using var client = Create(server, logs);

        await client.Client.OAuthConnections.ListAsync();

        Assert.That(logs.Lines.Select(WithoutFigures), Is.EqualTo(new[]
        {
            "Warning Plannr.Client[3] Retrying OAuthConnections_List (1 of 3) in # ms after status 503.",
            "Warning Plannr.Client[3] Retrying OAuthConnections_List (2 of 3) in # ms after a failed connection.",
            "Debug Plannr.Client[1] OAuthConnections_List returned status 200 in # ms after 3 attempt(s).",
        }));
    }

    [Test]
    public async Task Trace_has_the_operation_the_status_and_the_retries()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));
        await using var client = Create(server);
        var activities = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Plannr.Client",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);

        Assert.ThrowsAsync<PlannrServerException>(() => UpdateAsync(client));

        var activity = activities.Single(a => Equals(a.GetTagItem("server.port"), server.BaseAddress.Port));
        Assert.Multiple(() =>
        {
            Assert.That(activity.DisplayName, Is.EqualTo("PUT /api/v1/oauth/connections/{oauthConnection_uuid}"));
            Assert.That(activity.Kind, Is.EqualTo(ActivityKind.Client));
            Assert.That(activity.Status, Is.EqualTo(ActivityStatusCode.Error));
            Assert.That(activity.TagObjects.Where(tag => tag.Key != "server.port" && tag.Key != "url.full"), Is.EquivalentTo(new Dictionary<string, object?>
            {
                ["http.request.method"] = "PUT",
                ["server.address"] = "127.0.0.1",
                ["url.template"] = "/api/v1/oauth/connections/{oauthConnection_uuid}",
                ["plannr.operation"] = "OAuthConnections_Update",
                ["http.response.status_code"] = 503,
                ["error.type"] = "503",
                ["http.request.resend_count"] = 3,
            }));
        });
    }

    [Test]
    public async Task Duration_of_a_call_is_measured()
    {
        await using var server = RawServer.Answering();
        await using var client = Create(server);
        var measurements = new ConcurrentBag<Dictionary<string, object?>>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Name: "http.client.request.duration", Unit: "s", Meter.Name: "Plannr.Client" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => measurements.Add(tags.ToArray().ToDictionary()));
        listener.Start();

        Assert.ThrowsAsync<PlannrTransportException>(() => UpdateAsync(client));

        var tags = measurements.Single(m => Equals(m["server.port"], server.BaseAddress.Port));
        Assert.Multiple(() =>
        {
            Assert.That(tags["plannr.operation"], Is.EqualTo("OAuthConnections_Update"));
            Assert.That(tags["http.request.resend_count"], Is.EqualTo(3));
            Assert.That(tags["error.type"], Is.EqualTo(typeof(PlannrTransportException).FullName));
            Assert.That(tags, Does.Not.ContainKey("http.response.status_code"));
        });
    }

    [TestCase(200)]
    [TestCase(302)]
    [TestCase(401)]
    [TestCase(422)]
    [TestCase(503)]
    [TestCase(0)]
    public async Task Logs_traces_and_exceptions_contain_no_secret(int status)
    {
        var response = status == 0 ? [] : RawResponse.Json(status, """{"message":"secret-response","label":"secret-response"}""", "Set-Cookie: secret-cookie", "Location: /?secret-location");
        await using var server = RawServer.Answering(response);
        using var logs = new Logs();
        var seen = new StringBuilder();
        using var listener = new ActivityListener
        {
            // Includes the activities of .NET.
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.AppendJoin('\n', activity.TagObjects).AppendJoin('\n', activity.Events.SelectMany(e => e.Tags)).AppendLine(activity.StatusDescription);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var client = Create(server, logs);

        try
        {
            seen.AppendLine((await UpdateAsync(client)).ToString());
        }
        catch (PlannrApiException exception)
        {
            seen.AppendLine(exception.ToString());
        }

        seen.AppendJoin('\n', logs.Lines).AppendLine(client.Client.ToString()).AppendLine(new PlannrClientOptions { AccessToken = "secret-token" }.ToString());
        Assert.That(server.Requests[0], Does.Contain("secret-token").And.Contain("secret-label"));
        lock (seen)
        {
            Assert.That(seen.ToString(), Does.Not.Contain("secret-"));
        }
    }

    private static Task<OAuthConnection> UpdateAsync(ClientUnderTest client)
        => client.Client.OAuthConnections.UpdateAsync(Trial.Uuid, new UpdateOAuthConnectionRequest { Label = "secret-label" });

    private ClientUnderTest Create(RawServer server, Logs? logs = null) => ClientUnderTest.Create(
        construction,
        options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = "secret-token";
            options.TimeProvider = new SkippingClock(options.AttemptTimeout, options.TotalTimeout);
        },
        logs);

    private static string WithoutFigures(string line) => System.Text.RegularExpressions.Regex.Replace(line, @"[\d.]+ ms", "# ms");
}
