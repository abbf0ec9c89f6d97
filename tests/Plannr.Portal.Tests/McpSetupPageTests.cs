using System.Text.Json;
using Microsoft.Playwright;

namespace Plannr.Portal.Tests;

/// <summary>The page "Add MCP server to your AI tool".</summary>
public sealed class McpSetupPageTests
{
    [Test]
    public async Task The_documentation_leads_to_the_entry_and_a_button_copies_it()
    {
        await using var visit = await Visit.ToAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "how to set it up" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/add-mcp-server");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied.");

        using var copied = JsonDocument.Parse(await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        var url = copied.RootElement.GetProperty("mcpServers").GetProperty("PlannrCRM MCP server").GetProperty("url").GetString();
        Assert.That(url, Is.EqualTo($"{visit.Sandbox.BaseAddress}mcp"));
        Assert.That(visit.RequestsElsewhere, Is.Empty);
        Assert.That(visit.Complaints, Is.Empty);
    }
}
