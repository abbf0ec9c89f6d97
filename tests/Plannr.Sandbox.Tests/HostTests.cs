using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plannr.Sandbox.Tests;

/// <summary>Tests the checks of the headers <c>Host</c> and <c>Origin</c>, which protect the sandbox against DNS rebinding.</summary>
public sealed class HostTests
{
    private static readonly string[] Paths =
        ["/", "/api/v1/oauth/connections", "/openapi/plannr.json", "/add-mcp-server", "/sandbox", "/sandbox/sandbox.js", "/sandbox/requests", "/sandbox/events", "/oauth/fundment/authorize", "/nothing"];

    [TestCaseSource(nameof(Paths))]
    public async Task Request_with_another_host_is_refused_on_every_path(string path)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var response = await SendAsync(sandbox, path, "evil.test:80", origin: null);

        Assert.That(response, Does.StartWith("HTTP/1.1 403 ").And.Contain("the header Host: 'evil.test:80'. Use 127.0.0.1 or localhost, or allow the name with --allow-host"));
        Assert.That(sandbox.Requests, Is.Empty);
    }

    [TestCaseSource(nameof(Paths))]
    public async Task Request_from_a_page_of_another_site_is_refused_on_every_path(string path)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That(await SendAsync(sandbox, path, "127.0.0.1", "http://evil.test"), Does.StartWith("HTTP/1.1 403 ").And.Contain("the header Origin: 'http://evil.test'."));
    }

    [TestCase("127.0.0.1:5080", null, 200)]
    [TestCase("LOCALHOST:5080", "http://localhost:3000", 200)]
    [TestCase("[::1]:5080", "http://[::1]", 200)]
    [TestCase("10.0.0.1", null, 403)]
    [TestCase("localhost.evil.test", null, 403)]
    [TestCase("127.0.0.1", "null", 403)]
    [TestCase("127.0.0.1", "http://10.0.0.1", 403)]
    public async Task Sandbox_on_the_loopback_interface_accepts_only_loopback_names(string host, string? origin, int status)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That(await SendAsync(sandbox, "/api/v1/oauth/connections", host, origin), Does.StartWith($"HTTP/1.1 {status} "));
    }

    [TestCase("10.0.0.1:5080", "http://10.0.0.1:5080", 200)]
    [TestCase("10.0.0.1:5080", "http://10.0.0.2", 403)]
    [TestCase("sandbox:5080", "http://sandbox:5080", 200)]
    [TestCase("Sandbox", "http://app.test", 200)]
    [TestCase("127.0.0.1", null, 200)]
    [TestCase("sandbox.evil.test", null, 403)]
    public async Task Sandbox_on_all_interfaces_accepts_its_addresses_and_allowed_names(string host, string? origin, int status)
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { ListenAddress = IPAddress.Any, AllowedHosts = ["sandbox", "app.test"] });

        Assert.That(await SendAsync(sandbox, "/api/v1/oauth/connections", host, origin), Does.StartWith($"HTTP/1.1 {status} "));
    }

    private static async Task<string> SendAsync(PlannrSandbox sandbox, string path, string host, string? origin)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", sandbox.BaseAddress.Port);
        var request = $"GET {path} HTTP/1.1\r\nHost: {host}\r\n{(origin is null ? "" : $"Origin: {origin}\r\n")}Authorization: Bearer {sandbox.Token}\r\nConnection: close\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }
}
