using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Plannr.Mcp.Calls;
using Plannr.Mcp.Documentation;
using Plannr.Sandbox;

namespace Plannr.Mcp.Tests;

/// <summary>A connection of the official MCP client to the <c>/mcp</c> of a sandbox, or to a process of <c>plannr mcp</c>.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _log;
    private readonly Func<Task>? _stop;

    private Connection(McpClient client, PlannrSandbox? sandbox, List<string> log, Func<Task>? stop = null)
    {
        _stop = stop;
        Client = client;
        Sandbox = sandbox;
        _log = log;
    }

    public McpClient Client { get; }

    /// <summary>Gets the sandbox that the client is connected to; null over stdio.</summary>
    public PlannrSandbox? Sandbox { get; }

    /// <summary>Gets the lines that the process wrote to standard error.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    public static async Task<Connection> OverHttpAsync(bool allowCalls = false)
    {
        var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { AllowMcpCalls = allowCalls });
        var transport = new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(sandbox.BaseAddress, "mcp"), TransportMode = HttpTransportMode.StreamableHttp });
        return new Connection(await McpClient.CreateAsync(transport), sandbox, []);
    }

    public static async Task<Connection> OverStdioAsync(Dictionary<string, string?> environment, params string[] arguments)
    {
        var log = new List<string>();
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            Arguments = [Path.Combine(TestContext.CurrentContext.TestDirectory, "plannr.dll"), "mcp", .. arguments],
            // Hides the Plannr variables of the user who runs the tests.
            EnvironmentVariables = new Dictionary<string, string?>(environment.Concat(
                new Dictionary<string, string?> { ["PLANNR_ACCESS_TOKEN"] = null, ["PLANNR_BASE_URL"] = null }.Where(v => !environment.ContainsKey(v.Key)))),
            StandardErrorLines = line =>
            {
                lock (log)
                {
                    log.Add(line);
                }
            },
        });
        return new Connection(await McpClient.CreateAsync(transport), sandbox: null, log);
    }

    /// <summary>Connects to a server in this process with another contract.</summary>
    public static async Task<Connection> ToAsync(string contract)
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var options = new McpServerOptions();
        McpContent.AddTo(options, ApiDocumentation.Parse(yaml: contract, json: contract), () => new ApiTarget("http://127.0.0.1:5080", null), new ApiCaller(new HttpClient(), () => "http://127.0.0.1:1", isLive: false));
        var server = McpServer.Create(new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), options);
        var stopping = new CancellationTokenSource();
        var running = server.RunAsync(stopping.Token);
        var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
        return new Connection(client, sandbox: null, [], async () =>
        {
            await stopping.CancelAsync();
            await running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await server.DisposeAsync();
            stopping.Dispose();
        });
    }

    public static Task<Connection> OpenAsync(Transport transport, bool allowCalls = false)
        => transport == Transport.Http ? OverHttpAsync(allowCalls) : OverStdioAsync([], allowCalls ? ["--allow-calls", "--sandbox"] : []);

    /// <summary>Calls a tool with arguments in JSON, and fails if it reports an error.</summary>
    /// <returns>The structured content of the response.</returns>
    public async Task<JsonElement> AskAsync(string tool, string arguments = "{}")
    {
        var result = await CallAsync(tool, arguments);
        Assert.That(result.IsError, Is.Not.True, Text(result));
        using var text = JsonDocument.Parse(Text(result));
        Assert.That(JsonElement.DeepEquals(text.RootElement, result.StructuredContent!.Value), Is.True, "The text and the structured content differ.");
        return result.StructuredContent.Value;
    }

    /// <summary>Calls a tool, and fails unless it reports an error.</summary>
    /// <returns>The text of the error.</returns>
    public async Task<string> ErrorAsync(string tool, string arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.That(result.IsError, Is.True, Text(result));
        return Text(result);
    }

    public ValueTask<CallToolResult> CallAsync(string tool, string arguments)
        => Client.CallToolAsync(tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));

    public static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(c => c.Text));

    public static string Pretty<T>(T value) => JsonSerializer.Serialize(value, Indented);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_stop is not null)
        {
            await _stop();
        }

        if (Sandbox is not null)
        {
            await Sandbox.DisposeAsync();
        }
    }
}
