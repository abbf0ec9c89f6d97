using CliWrap;

namespace Plannr.Mcp.Tests;

/// <summary>Tests whether <c>plannr mcp</c> loads the web server.</summary>
public sealed class WebServerTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
    private const string Search = """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{"query":"update a connection"}}}""";

    [Test]
    public async Task Mcp_over_stdio_loads_no_web_server()
    {
        var loaded = await LoadedAssembliesAsync("mcp");

        Assert.That(loaded, Does.Contain("Plannr.Mcp"));
        Assert.That(loaded.Where(IsWebServer), Is.Empty);
    }

    [Test]
    public async Task Mcp_with_sandbox_loads_the_web_server()
        => Assert.That(await LoadedAssembliesAsync("mcp", "--allow-calls", "--sandbox"), Does.Contain("Microsoft.AspNetCore.Server.Kestrel.Core"));

    [Test]
    public void Assembly_references_no_web_server()
        => Assert.That(typeof(PlannrMcp).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(IsWebServer), Is.Empty);

    private static bool IsWebServer(string assembly) => assembly.Contains("AspNetCore", StringComparison.Ordinal);

    private static async Task<string[]> LoadedAssembliesAsync(params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            // The server responds, and exits at the end of standard input.
            await CliWrap.Cli.Wrap(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
                .WithArguments([Path.Combine(TestContext.CurrentContext.TestDirectory, "plannr.dll"), .. arguments])
                .WithEnvironmentVariables(variables => variables.Set("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location).Set(StartupHook.FileVariable, file))
                .WithStandardInputPipe(PipeSource.FromString($"{Initialize}\n{Search}\n"))
                .ExecuteAsync();
            return await File.ReadAllLinesAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
