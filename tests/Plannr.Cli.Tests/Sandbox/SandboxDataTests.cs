using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.Client;
using Plannr.Generated;
using Plannr.Sandbox;

namespace Plannr.Cli.Tests.Sandbox;

/// <summary>Tests <c>plannr sandbox --data</c>.</summary>
public sealed class SandboxDataTests
{
    [Test]
    public async Task Kill_during_10_000_updates_loses_no_confirmed_update()
    {
        const int Updates = 10_000;
        const int ConfirmedBeforeKill = 1_000;
        const int Connections = 16;
        using var folder = new TestFolder();
        var seed = folder.Write("seed.json", PlannrSeed(Connections));
        var data = folder.PathOf("plannr.db");

        // Each connection gets the labels 0, 1, 2, ... one after the other. All connections are updated at once.
        var confirmed = new int[Connections];
        var total = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var process = await RunningSandbox.StartAsync("--data", data, "--seed", seed, "--rate-limit", "0"))
        {
            using var httpClient = process.CreateClient("sandbox-token");
            var client = new OAuthConnectionsClient(httpClient);
            var updates = Enumerable.Range(0, Connections).Select(async connection =>
            {
                for (var i = 0; i < Updates / Connections; i++)
                {
                    try
                    {
                        await client.UpdateAsync(Uuid(connection), new UpdateOAuthConnectionRequest { Label = i.ToString(CultureInfo.InvariantCulture) });
                    }
                    catch (HttpRequestException)
                    {
                        return;
                    }

                    confirmed[connection] = i;
                    if (Interlocked.Increment(ref total) == ConfirmedBeforeKill)
                    {
                        enough.SetResult();
                    }
                }
            }).ToArray();
            await enough.Task;
            await process.KillAsync();
            await Task.WhenAll(updates);
        }

        Assert.That(total, Is.LessThan(Updates), "All updates were made before the process was killed.");
        await using var survivor = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = data });
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = survivor.BaseAddress, AccessToken = survivor.Token });
        var labels = (await plannr.OAuthConnections.ListAsync()).Data!.Select(c => int.Parse(c.Label!, CultureInfo.InvariantCulture)).ToArray();
        Assert.That(labels, Has.Length.EqualTo(Connections));
        // Each connection may have one update that was written but not confirmed.
        Assert.That(labels.Zip(confirmed).Where(l => l.First < l.Second || l.First > l.Second + 1), Is.Empty);
    }

    private static string PlannrSeed(int connections) => new JObject
    {
        ["accounts"] = new JArray(new JObject
        {
            ["uuid"] = Uuid(1),
            ["connections"] = new JArray(Enumerable.Range(0, connections).Select(i => new JObject { ["uuid"] = Uuid(i), ["label"] = "0" })),
        }),
    }.ToString();

    private static Guid Uuid(int number) => new($"00000000-0000-4000-8000-{number:D12}");
}
