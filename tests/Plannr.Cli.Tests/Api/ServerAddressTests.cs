namespace Plannr.Cli.Tests.Api;

/// <summary>Tests the errors for an invalid server address.</summary>
public sealed class ServerAddressTests
{
    private const string Unset = ", or leave it out to use Plannr.";

    [TestCase("api.plannrcrm.com", "which is not a URL. Set it to https://api.plannrcrm.com" + Unset)]
    [TestCase("nonsense", "which is not a URL. Set it to https://api.plannrcrm.com" + Unset)]
    [TestCase("proxy.example/", "which is not a URL. Set it to https://proxy.example, if that is the server" + Unset)]
    [TestCase("http://api.plannrcrm.com", "but the access token is only sent to https addresses, or to http addresses of this machine. Set it to https://api.plannrcrm.com" + Unset)]
    [TestCase("http://api.example:8080/a", "but the access token is only sent to https addresses, or to http addresses of this machine. Set it to https://api.example:8080/a, if that is the server" + Unset)]
    [TestCase("https://api.plannrcrm.com/api/v1/", "but plannr adds the path /api/v1/ to each request itself. Set it to https://api.plannrcrm.com" + Unset)]
    [TestCase("https://proxy.example/plannr/api/v2", "but plannr adds the path /api/v2 to each request itself. Set it to https://proxy.example/plannr, if that is the server" + Unset)]
    public async Task Invalid_address_is_printed_with_a_correction(string address, string problem)
    {
        var result = await RunAsync(address);

        Assert.That((result.ExitCode, result.StandardError), Is.EqualTo((2, $"plannr: PLANNR_BASE_URL is '{address}', {problem}{Environment.NewLine}")));
    }

    [TestCase("https://user:hidden@proxy.example/", "https://***@proxy.example/")]
    [TestCase("https://proxy.example/?key=hidden", "https://proxy.example/?***")]
    [TestCase("hidden-token", "***")]
    public async Task Secret_in_an_address_is_masked(string address, string shown)
    {
        var result = await RunAsync(address);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardError, Does.StartWith($"plannr: PLANNR_BASE_URL is '{shown}', ").And.Not.Contain("hidden"));
    }

    [Test]
    public async Task Https_address_of_an_http_server_prints_the_http_address()
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var result = await RunAsync($"https://127.0.0.1:{sandbox.BaseAddress.Port}");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(
            result.StandardError.TrimEnd(),
            Does.StartWith("plannr: A secure connection to Plannr is not possible: ").And.EndsWith($"PLANNR_BASE_URL is 'https://127.0.0.1:{sandbox.BaseAddress.Port}'. If the server is a sandbox, it uses http: set PLANNR_BASE_URL to http://127.0.0.1:{sandbox.BaseAddress.Port}."));
    }

    [Test]
    public async Task Unknown_path_prints_a_hint_on_the_address_and_not_on_the_connection()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var address = new Uri(sandbox.BaseAddress, "/other").ToString();

        var list = await RunAsync(address);
        var update = await RunAsync(address, "connections", "update", TestSandbox.Uuid(1).ToString(), "--label", "x");

        Assert.That((list.ExitCode, update.ExitCode), Is.EqualTo((4, 4)));
        Assert.That(new[] { list.StandardError, update.StandardError }, Is.All.Contains($"PLANNR_BASE_URL is '{address}'. Set it to only the address of the server").And.Not.Contain("connections list'"));
    }

    [TestCase("connections list")]
    [TestCase("accounts list")]
    [TestCase("webhooks list")]
    public async Task Failed_list_does_not_suggest_the_same_command(string command)
    {
        foreach (var status in new[] { 403, 404 })
        {
            await using var server = RawServer.Answering(RawResponse.Json(status, """{"message":"No."}"""));

            var result = await RunAsync(server.BaseAddress.ToString(), command.Split(' '));

            Assert.That(result.StandardError, Does.StartWith("plannr: ").And.Not.Contain($"plannr {command}'"));
        }
    }

    private static Task<CliWrap.Buffered.BufferedCommandResult> RunAsync(string address, params string[] command)
        => PlannrProcess.RunAsync(
            new() { ["PLANNR_ACCESS_TOKEN"] = "hidden-token", ["PLANNR_BASE_URL"] = address },
            [.. command.Length == 0 ? ["connections", "list"] : command, "--retries", "0"]);
}
