using System.Text.Json;
using Microsoft.Playwright;

namespace Plannr.Portal.Tests;

/// <summary>Tests the page "Add MCP server to your AI tool".</summary>
// The pages share the clipboard of the system.
[NonParallelizable]
public sealed class McpSetupPageTests
{
    [Test]
    public async Task Documentation_links_to_the_page_and_a_button_copies_the_configuration()
    {
        await using var visit = await Visit.ToAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "how to set it up" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/add-mcp-server");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied.");

        using var copied = JsonDocument.Parse(await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        var url = copied.RootElement.GetProperty("mcpServers").GetProperty("PlannrCRM MCP server").GetProperty("url").GetString();
        Assert.That(url, Is.EqualTo($"{visit.Sandbox.BaseAddress}mcp"));
        Assert.That(visit.RequestsToOtherHosts, Is.Empty);
        Assert.That(visit.ConsoleErrors, Is.Empty);
    }

    [TestCase("Claude Code", "claude mcp add --transport http plannr {url}")]
    [TestCase("VS Code", """"code --add-mcp "{\"name\":\"plannr\",\"type\":\"http\",\"url\":\"{url}\"}" """")]
    [TestCase("Codex", "codex mcp add plannr --url {url}")]
    [TestCase("Gemini CLI", "gemini mcp add --transport http plannr {url}")]
    public async Task Button_copies_the_command_of_an_AI_tool(string tool, string command)
    {
        await using var visit = await Visit.ToAsync("/add-mcp-server");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Copy the command for {tool}" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied.");

        Assert.That(await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), Is.EqualTo(command.TrimEnd().Replace("{url}", $"{visit.Sandbox.BaseAddress}mcp", StringComparison.Ordinal)));
        Assert.That(visit.ConsoleErrors, Is.Empty);
    }

    [Test]
    public async Task Link_for_Cursor_has_the_URL_of_the_server()
    {
        await using var visit = await Visit.ToAsync("/add-mcp-server");

        var link = await visit.Page.GetByRole(AriaRole.Link, new() { Name = "add the server to Cursor" }).GetAttributeAsync("href");

        Assert.That(link, Does.StartWith("cursor://anysphere.cursor-deeplink/mcp/install?name=plannr&config="));
        using var server = JsonDocument.Parse(Convert.FromBase64String(Uri.UnescapeDataString(link!.Split("config=")[1])));
        Assert.That(server.RootElement.GetProperty("url").GetString(), Is.EqualTo($"{visit.Sandbox.BaseAddress}mcp"));
    }
}
