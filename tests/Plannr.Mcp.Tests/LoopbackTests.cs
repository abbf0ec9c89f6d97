using System.Net.Sockets;
using System.Text;
using Plannr.Sandbox;

namespace Plannr.Mcp.Tests;

/// <summary>Tests that <c>/mcp</c> refuses pages of other sites, and host names that DNS rebinding maps to this machine.</summary>
public sealed class LoopbackTests
{
    private const string Call = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [TestCase("127.0.0.1", null, 200)]
    [TestCase("127.0.0.1:5080", null, 200)]
    [TestCase("localhost:5080", "http://localhost:3000", 200)]
    [TestCase("LOCALHOST", "http://127.0.0.1", 200)]
    [TestCase("[::1]:5080", "http://[::1]:3000", 200)]
    [TestCase("evil.test", null, 403)]
    [TestCase("127.0.0.1.evil.test", null, 403)]
    [TestCase("localhost.evil.test", null, 403)]
    [TestCase("10.0.0.1", null, 403)]
    [TestCase("127.0.0.1", "https://evil.test", 403)]
    [TestCase("127.0.0.1", "http://127.0.0.1.evil.test", 403)]
    [TestCase("127.0.0.1", "null", 403)]
    [TestCase("127.0.0.1", "nonsense", 403)]
    public async Task Host_or_Origin_of_another_machine_is_refused(string host, string? origin, int status)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var response = await SendAsync(sandbox, "POST", host, origin, Call);

        Assert.That(response, Does.StartWith($"HTTP/1.1 {status} "));
        Assert.That(response, status == 200 ? Does.Contain("get_operation") : Does.Contain("does not accept the header "));
    }

    [TestCase("GET")]
    [TestCase("DELETE")]
    public async Task GET_and_DELETE_return_405(string method)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That(await SendAsync(sandbox, method, "127.0.0.1", null, ""), Does.StartWith("HTTP/1.1 405 "));
    }

    private static async Task<string> SendAsync(PlannrSandbox sandbox, string method, string host, string? origin, string body)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", sandbox.BaseAddress.Port);
        var request = $"{method} /mcp HTTP/1.1\r\nHost: {host}\r\n{(origin is null ? "" : $"Origin: {origin}\r\n")}Accept: application/json, text/event-stream\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }
}
