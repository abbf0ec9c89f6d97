using System.Globalization;
using System.Net;
using System.Text;
using CliWrap.Buffered;
using Newtonsoft.Json.Linq;
using Plannr.Client;
using Plannr.Generated;
using Plannr.Sandbox;

namespace Plannr.Cli.Tests.Sandbox;

/// <summary>Tests <c>plannr sandbox --data</c> with a file that cannot be used. A limit on the size of files stands in for a full disk.</summary>
public sealed class SandboxDataFaultTests : IDisposable
{
    private const string Connections = "/api/v1/oauth/connections";

    private readonly TestFolder _folder = new();

    private string Data => _folder.PathOf("plannr.db");

    public void Dispose() => _folder.Dispose();

    [Test]
    [Platform("Linux", Reason = "Only Linux can change the limit of a running process.")]
    public async Task Changes_on_a_full_disk_return_507_and_leave_the_state_unchanged_until_space_is_freed()
    {
        string list;
        await using (var sandbox = await RunningSandbox.StartWithLimitAsync("--data", Data))
        {
            using var httpClient = sandbox.CreateClient("sandbox-token");
            var connection = $"{Connections}/{JObject.Parse(await httpClient.GetStringAsync(new Uri(Connections, UriKind.Relative)))["data"]![0]!["uuid"]}";
            await SendAsync(httpClient, "PUT", connection, """{"label":"Before"}""");
            list = await httpClient.GetStringAsync(new Uri(Connections, UriKind.Relative));
            await sandbox.FillDiskAsync();

            var refused = new[]
            {
                await SendAsync(httpClient, "PUT", connection, """{"label":"Lost"}"""),
                await SendAsync(httpClient, "DELETE", connection),
                await SendAsync(httpClient, "POST", "/api/v2/webhook-subscriptions", """{"url":"http://127.0.0.1/","events":[]}"""),
                await SendAsync(httpClient, "POST", "/sandbox/connections", "{}"),
                await SendAsync(httpClient, "POST", "/sandbox/accounts", "{}"),
                await SendAsync(httpClient, "POST", "/sandbox/clock", """{"advance":"1d"}"""),
                await SendAsync(httpClient, "POST", "/sandbox/reset"),
            };

            Assert.That(refused.Select(r => r.Status), Is.All.EqualTo(HttpStatusCode.InsufficientStorage), string.Join('\n', refused.Select(r => r.Body)));
            Assert.That(refused.Select(r => JObject.Parse(r.Body).Properties().Select(p => p.Name)), Is.All.EqualTo(new[] { "message" }));
            Assert.That(refused.Select(r => JObject.Parse(r.Body).Value<string>("message")), Is.All.EqualTo(
                $"The change was not made, because the data file {Data} cannot be written: the disk, a quota or a limit on the size of files prevents writing (SQLite Error 10: 'disk I/O error'). Free some space, or check the disk, and send the request again."));
            Assert.That(await httpClient.GetStringAsync(new Uri(Connections, UriKind.Relative)), Is.EqualTo(list));
            Assert.That(JObject.Parse(await httpClient.GetStringAsync(new Uri("/api/v2/webhook-subscriptions", UriKind.Relative)))["data"]!.Count(), Is.EqualTo(1));
            Assert.That(JObject.Parse(await httpClient.GetStringAsync(new Uri("/api/v1/logins", UriKind.Relative)))["data"]!.Count(), Is.EqualTo(1));
            Assert.That(await httpClient.GetStringAsync(new Uri("/sandbox/clock", UriKind.Relative)), Does.Contain("\"offset_seconds\":0.0,"));
            Assert.That(await httpClient.GetStringAsync(new Uri("/sandbox/requests", UriKind.Relative)), Does.Contain("\"status\":507"));

            await sandbox.FreeDiskAsync();
            Assert.That((await SendAsync(httpClient, "PUT", connection, """{"label":"After"}""")).Status, Is.EqualTo(HttpStatusCode.OK));
            list = await httpClient.GetStringAsync(new Uri(Connections, UriKind.Relative));
            Assert.That(list, Does.Contain("After"));
        }

        await using var next = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = Data });
        using var again = new HttpClient { BaseAddress = next.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", next.Token) } };
        Assert.That(await again.GetStringAsync(new Uri(Connections, UriKind.Relative)), Is.EqualTo(list));
    }

    [Test]
    [Platform("Linux", Reason = "Only Linux can change the limit of a running process.")]
    public async Task Disk_that_fills_during_updates_loses_no_confirmed_update_and_keeps_no_refused_one()
    {
        const int Count = 16;
        const int ConfirmedBeforeFull = 300;
        var seed = _folder.Write("seed.json", new JObject
        {
            ["accounts"] = new JArray(new JObject
            {
                ["uuid"] = Uuid(1),
                ["connections"] = new JArray(Enumerable.Range(0, Count).Select(i => new JObject { ["uuid"] = Uuid(i), ["label"] = "0" })),
            }),
        }.ToString());
        var confirmed = new int[Count];
        await using (var sandbox = await RunningSandbox.StartWithLimitAsync("--data", Data, "--seed", seed, "--rate-limit", "0"))
        {
            using var httpClient = sandbox.CreateClient("sandbox-token");
            var client = new OAuthConnectionsClient(httpClient);
            var total = 0;
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // Each connection gets the labels 1, 2, 3, ... until one is refused.
            var updates = Enumerable.Range(0, Count).Select(async connection =>
            {
                for (var label = 1; ; label++)
                {
                    try
                    {
                        await client.UpdateAsync(Uuid(connection), new UpdateOAuthConnectionRequest { Label = label.ToString(CultureInfo.InvariantCulture) });
                    }
                    catch (PlannrApiException exception) when (exception.StatusCode == 507)
                    {
                        return;
                    }

                    confirmed[connection] = label;
                    if (Interlocked.Increment(ref total) == ConfirmedBeforeFull)
                    {
                        enough.SetResult();
                    }
                }
            }).ToArray();
            await Task.WhenAny(enough.Task, Task.WhenAll(updates));
            await sandbox.FillDiskAsync();
            await Task.WhenAll(updates);

            Assert.That(await LabelsAsync(sandbox.BaseAddress), Is.EqualTo(confirmed), "The state in memory differs from the confirmed updates.");
            await sandbox.KillAsync();
        }

        await using var survivor = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = Data });
        Assert.That(await LabelsAsync(survivor.BaseAddress), Is.EqualTo(confirmed), "The data file differs from the confirmed updates.");
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no limit on the size of files.")]
    public async Task Start_on_a_full_disk_fails_and_a_later_start_succeeds()
    {
        var refused = await PlannrProcess.CommandWithLimit([], blocks: 0, "sandbox", "--port", "0", "--data", Data).ExecuteBufferedAsync();

        Assert.That(refused.ExitCode, Is.EqualTo(1), refused.StandardError);
        Assert.That(refused.StandardOutput, Is.Empty);
        Assert.That(refused.StandardError, Is.EqualTo(
            $"plannr: {Data}: the disk, a quota or a limit on the size of files prevents writing (SQLite Error 10: 'disk I/O error'). Free some space, or check the disk, or use another file.\n"));
        await using var sandbox = await RunningSandbox.StartAsync("--data", Data);
        Assert.That(await LabelsTextAsync(sandbox.BaseAddress), Does.Contain("My Fundment Account 1"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Files on Windows have no mode.")]
    public async Task Read_only_data_file_is_refused_and_not_changed()
    {
        await using (await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = Data }))
        {
        }

        var before = await File.ReadAllBytesAsync(Data);
        _folder.MakeReadOnly("plannr.db");

        var result = await PlannrProcess.CommandWithoutPrivilege([], "sandbox", "--port", "0", "--data", Data).ExecuteBufferedAsync();

        Assert.That(result.ExitCode, Is.EqualTo(1), result.StandardError);
        Assert.That(result.StandardError, Is.EqualTo($"plannr: {Data}: the file or its folder is read-only. Make both writable, or use another file.\n"));
        Assert.That(await File.ReadAllBytesAsync(Data), Is.EqualTo(before));
    }

    [Test]
    public async Task Truncated_data_file_is_refused_and_not_changed()
    {
        await using (await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = Data }))
        {
        }

        var half = (await File.ReadAllBytesAsync(Data))[..(int)(new FileInfo(Data).Length / 2)];
        await File.WriteAllBytesAsync(Data, half);

        var result = await PlannrProcess.RunAsync("sandbox", "--port", "0", "--data", Data);

        Assert.That(result.ExitCode, Is.EqualTo(1), result.StandardError);
        Assert.That(result.StandardError, Does.StartWith($"plannr: {Data}: the file is damaged or incomplete (").And.Contain("). Restore it from a backup, or use another file."));
        Assert.That(await File.ReadAllBytesAsync(Data), Is.EqualTo(half));
    }

    [Test]
    public async Task Second_sandbox_on_the_same_data_file_is_refused_and_the_first_keeps_running()
    {
        await using var first = await RunningSandbox.StartAsync("--data", Data);

        var second = await PlannrProcess.RunAsync("sandbox", "--port", "0", "--data", Data);

        Assert.That(second.ExitCode, Is.EqualTo(1), second.StandardError);
        Assert.That(second.StandardError.ReplaceLineEndings("\n"), Is.EqualTo($"plannr: {Data}: another sandbox uses the file. Stop that sandbox, or use another file.\n"));
        using var httpClient = first.CreateClient("sandbox-token");
        Assert.That((await SendAsync(httpClient, "POST", "/sandbox/connections", "{}")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient httpClient, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await httpClient.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<IEnumerable<string?>> LabelsTextAsync(Uri server)
    {
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = server, AccessToken = "sandbox-token" });
        return [.. (await plannr.OAuthConnections.ListAsync()).Data!.Select(c => c.Label)];
    }

    private static async Task<IEnumerable<int>> LabelsAsync(Uri server) => (await LabelsTextAsync(server)).Select(label => int.Parse(label!, CultureInfo.InvariantCulture));

    private static Guid Uuid(int number) => new($"00000000-0000-4000-8000-{number:D12}");
}
