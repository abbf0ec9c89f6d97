using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Plannr.Client.Telemetry;
using Plannr.Generated;

namespace Plannr.Client.Tests.Telemetry;

/// <summary>Tests the counter and the logs of responses that differ from the contract. Tests share the counter, so each test uses different names.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class ContractDriftTests(Construction construction)
{
    private string Unique { get; } = "drift_" + Guid.NewGuid().ToString("N");

    [Test]
    public async Task Unknown_property_is_counted_and_logged_once_with_its_path_and_without_its_value()
    {
        using var logs = new Logs();
        var measurements = await MeasureAsync(
            RawResponse.Json(200, $$$"""{"data":[{"provider":{"{{{Unique}}}":"secret-value"}},{"provider":{"{{{Unique}}}":"secret-value"}}]}"""),
            async client =>
            {
                await client.OAuthConnections.ListAsync();
                await client.OAuthConnections.ListAsync();
            },
            logs);

        var place = $"data[].provider.{Unique}";
        Assert.Multiple(() =>
        {
            Assert.That(measurements, Is.EqualTo(new[] { ("OAuthConnections_List", "unknown_property", place), ("OAuthConnections_List", "unknown_property", place) }));
            Assert.That(logs.Lines.Where(l => l.Contains(Unique)), Is.EqualTo(new[]
            {
                $"Information Plannr.Client[7] The response of OAuthConnections_List differs from the contract: unknown_property at '{place}'. This difference is logged once.",
            }));
            Assert.That(string.Concat(logs.Lines), Does.Not.Contain("secret-value"));
        });
    }

    [TestCase("""{"data":[{"uuid":"secret-value"}]}""", "invalid_value", "data[].uuid")]
    [TestCase("""{"data":[{"provider":{"name":{}}}]}""", "invalid_value", "data[].provider.name")]
    [TestCase("""{"data":[""", "invalid_value", "data")]
    [TestCase("<html>", "invalid_body", "")]
    [TestCase("", "invalid_body", "")]
    public async Task Response_that_cannot_be_read_is_counted(string body, string kind, string place)
    {
        var measurements = await MeasureAsync(
            RawResponse.Json(200, body), client => Task.FromResult(Assert.ThrowsAsync<PlannrException>(() => client.OAuthConnections.ListAsync())));

        Assert.That(measurements, Is.EqualTo(new[] { ("OAuthConnections_List", kind, place) }));
    }

    [Test]
    public async Task Unknown_enumeration_value_is_counted_and_kept()
    {
        var events = new List<string>();
        var measurements = await MeasureAsync(
            RawResponse.Json(200, """{"data":[{"events":["account.created","secret.value"]}]}"""),
            async client => events.AddRange((await client.WebhookSubscriptions.ListAsync()).Data!.Single().Events!.Select(e => e.Value)));

        Assert.Multiple(() =>
        {
            Assert.That(measurements, Is.EqualTo(new[] { ("WebhookSubscriptions_List", "unknown_value", "data[].events[]") }));
            Assert.That(events, Is.EqualTo(new[] { "account.created", "secret.value" }));
        });
    }

    [Test]
    public async Task Undocumented_success_is_counted_by_its_status()
    {
        var measurements = await MeasureAsync(
            RawResponse.Json(202, "{}"), client => Task.FromResult(Assert.ThrowsAsync<PlannrException>(() => client.OAuthConnections.ListAsync())));

        Assert.That(measurements, Is.EqualTo(new[] { ("OAuthConnections_List", "undocumented_status", "202") }));
    }

    [TestCase(422, "errors.*")]
    [TestCase(502, null)]
    public async Task Drift_report_excludes_names_in_maps_and_errors_of_proxies(int status, string? place)
    {
        var measurements = await MeasureAsync(
            RawResponse.Json(status, """{"message":"secret","errors":{"secret_name":[{"a":1}]}}"""),
            client => Task.FromResult(Assert.CatchAsync<PlannrException>(() => client.OAuthConnections.ListAsync())));

        Assert.That(measurements, Is.EqualTo(place is null ? [] : new[] { ("OAuthConnections_List", "invalid_value", place) }));
    }

    [TestCase("8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c")]
    [TestCase("robin@example.com")]
    [TestCase("é")]
    [TestCase("a b")]
    [TestCase("")]
    public async Task Name_that_looks_like_data_is_not_reported(string name)
    {
        var measurements = await MeasureAsync(RawResponse.Json(200, $$$"""{"{{{name}}}":{"a":1}}"""), client => client.OAuthConnections.ListAsync());

        Assert.That(measurements, Is.EqualTo(new[] { ("OAuthConnections_List", "unknown_property", "*") }));
    }

    [Test]
    public async Task Response_that_matches_the_contract_is_not_counted()
    {
        using var logs = new Logs();
        var measurements = await MeasureAsync(
            RawResponse.Json(200, """{"data":[{"uuid":"8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c","access_token_expires_at":null,"provider":{"name":"a"}}]}"""),
            client => client.OAuthConnections.ListAsync(),
            logs);

        Assert.Multiple(() =>
        {
            Assert.That(measurements, Is.Empty);
            Assert.That(logs.Lines.Where(l => l.Contains("contract")), Is.Empty);
        });
    }

    [Test]
    public async Task Disabled_option_reports_no_drift()
    {
        using var logs = new Logs();
        var measurements = await MeasureAsync(
            RawResponse.Json(200, $$"""{"{{Unique}}":1}"""), client => client.OAuthConnections.ListAsync(), logs, options => options.ReportsContractDrift = false);

        Assert.Multiple(() =>
        {
            Assert.That(measurements, Is.Empty);
            Assert.That(logs.Lines.Where(l => l.Contains(Unique)), Is.Empty);
        });
    }

    [Test]
    public void Places_beyond_the_maximum_share_one_name()
    {
        using var logs = new Logs();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        var logger = factory.CreateLogger("Plannr.Client");
        var telemetry = new ContractDriftTelemetry(maxPlaces: 2);
        var measurements = new ConcurrentQueue<(string Operation, string Kind, string Place)>();
        using (Listen(Unique, measurements))
        {
            foreach (var place in new[] { "a", "b", "c", "d", "a" })
            {
                telemetry.Report(new ContractDrift(Unique, ContractDriftKind.UnknownProperty, place), logger);
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(measurements.Select(m => m.Place), Is.EqualTo(new[] { "a", "b", "(other)", "(other)", "a" }));
            Assert.That(logs.Lines, Has.Count.EqualTo(3));
            Assert.That(logs.Lines[^1], Is.EqualTo("Information Plannr.Client[8] Responses differ from the contract in more than 2 places. Further places are not logged."));
        });
    }

    [Test]
    public async Task Response_with_many_unknown_properties_is_counted_64_times()
    {
        var attributes = string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"{Unique}_{i}\":1"));
        var measurements = await MeasureAsync(RawResponse.Json(200, $"{{{attributes}}}"), client => client.OAuthConnections.ListAsync());

        Assert.That(measurements, Has.Count.EqualTo(64));
    }

    // The listener also receives the measurements of tests that run in parallel, which the asynchronous context distinguishes.
    private async Task<IReadOnlyList<(string Operation, string Kind, string Place)>> MeasureAsync(
        byte[] response, Func<IPlannrClient, Task> call, Logs? logs = null, Action<PlannrClientOptions>? configure = null)
    {
        await using var server = RawServer.Answering(response);
        await using var client = ClientUnderTest.Create(
            construction,
            options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.AccessToken = Trial.Token;
                options.MaxRetries = 0;
                options.DriftTelemetry = new ContractDriftTelemetry(maxPlaces: 200);
                configure?.Invoke(options);
            },
            logs);
        var measurements = new ConcurrentQueue<(string Operation, string Kind, string Place)>();
        var scope = new AsyncLocal<bool> { Value = true };
        using (Listen(operation: null, measurements, () => scope.Value))
        {
            await call(client.Client);
        }

        return [.. measurements];
    }

    private static MeterListener Listen(string? operation, ConcurrentQueue<(string Operation, string Kind, string Place)> measurements, Func<bool>? isMine = null)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Name: "plannr.client.contract.drift", Meter.Name: "Plannr.Client" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, tags, _) =>
        {
            var values = tags.ToArray().ToDictionary(t => t.Key, t => (string)t.Value!);
            if (measurement == 1 && isMine?.Invoke() != false && (operation is null || values["plannr.operation"] == operation))
            {
                measurements.Enqueue((values["plannr.operation"], values["plannr.contract.kind"], values["plannr.contract.property"]));
            }
        });
        listener.Start();
        return listener;
    }
}
