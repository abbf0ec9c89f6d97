using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Plannr.Portal.Tests;

/// <summary>Tests the documentation and its API Explorer in a browser.</summary>
public sealed partial class ExplorerTests
{
    private const int Phone = 390;
    private const string Update = "Update an OAuth2 connection";

    [Test]
    public async Task Page_documents_the_update_of_a_connection()
    {
        await using var visit = await Visit.ToAsync("/");
        await GoToUpdateAsync(visit);
        await TestRequest(visit).WaitForAsync();

        var text = await visit.Page.Locator("body").InnerTextAsync();

        Assert.That(text, Does.Contain("oauthConnection_uuid").And.Contain("The label of the OAuth2 connection").And.Contain("The access token is missing, expired or unknown."));
        Assert.That(text, Does.Contain($"curl --request PUT '{visit.Sandbox.BaseAddress}api/v1/oauth/connections/{visit.Sandbox.ExampleConnection}'"));
        Assert.That(text, Does.Contain("\"refresh_token_expires_at\": \"2027-06-08T15:08:03.847942Z\""));
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [Test]
    public async Task Update_has_an_example_in_CSharp()
    {
        await using var visit = await Visit.ToAsync("/");
        await GoToUpdateAsync(visit);
        var example = visit.Page.Locator(".section, section").Filter(new() { Has = TestRequest(visit) }).Last;

        await example.GetByRole(AriaRole.Button, new() { Name = "Change code sample language: curl" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Option, new() { Name = "C#", Exact = true }).First.ClickAsync();

        await Assertions.Expect(example).ToContainTextAsync("plannr.OAuthConnections.UpdateAsync(");
        await Assertions.Expect(example).ToContainTextAsync("new UpdateOAuthConnectionRequest { Label = \"My Fundment Account 1\" }");
        Assert.That(await example.InnerTextAsync(), Does.Not.Contain("new HttpClient"));
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [TestCase(1280)]
    [TestCase(Phone)]
    public async Task Send_changes_the_label(int width)
    {
        await using var visit = await Visit.ToAsync("/", width);
        await GoToUpdateAsync(visit);
        await TestRequest(visit).ClickAsync();

        await EnterBodyAsync(visit, """{"label":"Changed in the browser"}""");
        var response = await visit.Page.RunAndWaitForResponseAsync(() => Send(visit).ClickAsync(), r => r.Request.Method == "PUT");

        Assert.That(response.Status, Is.EqualTo(200));
        Assert.That(response.Url, Is.EqualTo($"{visit.Sandbox.BaseAddress}api/v1/oauth/connections/{visit.Sandbox.ExampleConnection}"));
        Assert.That(await visit.LabelAsync(), Is.EqualTo("Changed in the browser"));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("200 OK");
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [Test]
    public async Task Response_scrolls_into_view_on_a_narrow_screen()
    {
        await using var visit = await Visit.ToAsync("/", Phone, height: 844);
        await GoToUpdateAsync(visit);
        await TestRequest(visit).ClickAsync();

        await Send(visit).ClickAsync();

        var status = visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Region, new() { Name = "Response", Exact = true }).GetByText("200 OK").First;
        await Assertions.Expect(status).ToBeInViewportAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog).GetByText("My Fundment Account 1").Last).ToBeInViewportAsync();
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [TestCase("rename", "Update an OAuth2 connection")]
    [TestCase("relabel", "Update an OAuth2 connection")]
    [TestCase("unlink", "Delete an OAuth2 connection")]
    [TestCase("token", "Get the logins of the authenticated user")]
    [TestCase("expired", "List all OAuth2 connections")]
    public async Task Search_finds_operations_by_synonyms(string word, string title)
    {
        await using var visit = await Visit.ToAsync("/");
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = SearchButton() }).First.ClickAsync();

        await visit.Page.GetByRole(AriaRole.Dialog).Locator("input").First.FillAsync(word);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = title })).ToHaveCountAsync(1);
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [Test]
    public async Task Introduction_contains_the_guides()
    {
        await using var visit = await Visit.ToAsync("/");

        foreach (var title in new[] { "Authenticate with an access token", "Create or refresh an OAuth2 connection", "Errors and their C# exceptions" })
        {
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToHaveCountAsync(1);
        }

        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [Test]
    public async Task Synonyms_for_the_search_are_not_shown()
    {
        await using var visit = await Visit.ToAsync("/");
        await GoToUpdateAsync(visit);
        await TestRequest(visit).WaitForAsync();

        Assert.That(await visit.Page.Locator("body").InnerTextAsync(), Does.Not.Contain("relabel"));
    }

    [TestCase("Get the logins of the authenticated user", "GET", "api/v1/logins", 200)]
    [TestCase("Get the authenticated user", "GET", "api/v1/me", 200)]
    [TestCase("Get all webhook subscriptions", "GET", "api/v2/webhook-subscriptions", 200)]
    [TestCase("Create a webhook subscription", "POST", "api/v2/webhook-subscriptions", 201)]
    [TestCase("Get a webhook subscription", "GET", "api/v2/webhook-subscriptions/6ff8f7f6-1eb3-3525-be4a-3932c805afed", 200)]
    [TestCase("Update a webhook subscription", "PUT", "api/v2/webhook-subscriptions/6ff8f7f6-1eb3-3525-be4a-3932c805afed", 200)]
    public async Task Send_with_the_values_of_the_example_succeeds(string summary, string method, string path, int status)
    {
        await using var visit = await Visit.ToAsync("/");
        await GoToAsync(visit, summary);
        await visit.Page.Locator("button").Filter(new() { HasText = $"Test Request({method.ToLowerInvariant()} /{Template(path)})" }).ClickAsync();

        var response = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^Send {method} request", RegexOptions.IgnoreCase) }).First.ClickAsync(),
            r => r.Request.Method == method && r.Url.Contains("/api/", StringComparison.Ordinal));

        Assert.That((response.Status, response.Url), Is.EqualTo((status, $"{visit.Sandbox.BaseAddress}{path}")), await response.TextAsync());
        AssertNoOtherRequestsAndNoErrors(visit);

        static string Template(string path) => path.Replace("6ff8f7f6-1eb3-3525-be4a-3932c805afed", "{uuid}", StringComparison.Ordinal);
    }

    [Test]
    public async Task Update_works_with_the_keyboard_alone()
    {
        await using var visit = await Visit.ToAsync("/");
        await Link(visit, Update).WaitForAsync();

        await TabToAsync(visit, Update);
        await visit.Page.Keyboard.PressAsync("Enter");
        await TestRequest(visit).WaitForAsync();
        await TabToAsync(visit, "Test Request(put");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Send(visit).WaitForAsync();
        await TabToAsync(visit, "\"label\": \"My Fundment Account 1\"");
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.InsertTextAsync("""{"label":"Changed with the keyboard"}""");
        var response = await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Keyboard.PressAsync("Control+Enter"), r => r.Request.Method == "PUT");

        Assert.That(response.Status, Is.EqualTo(200));
        Assert.That(await visit.LabelAsync(), Is.EqualTo("Changed with the keyboard"));
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [TestCase("/")]
    [TestCase("/add-mcp-server")]
    public async Task Page_on_a_phone_is_not_wider_than_the_screen(string path)
    {
        await using var visit = await Visit.ToAsync(path, Phone);
        await visit.Page.GetByText("MCP server").First.WaitForAsync();

        Assert.That(await visit.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth"), Is.LessThanOrEqualTo(Phone));
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [Test]
    public async Task Page_cannot_send_requests_to_the_live_API()
    {
        await using var visit = await Visit.ToAsync("/");
        await GoToUpdateAsync(visit);
        await TestRequest(visit).WaitForAsync();

        var outcome = await visit.Page.EvaluateAsync<string>("""
            () => new Promise(resolve => {
              document.addEventListener('securitypolicyviolation', e => resolve(e.effectiveDirective + ' ' + e.blockedURI));
              fetch('https://api.plannrcrm.com/api/v1/oauth/connections').then(r => resolve('status ' + r.status), () => {});
            })
            """);

        Assert.That(outcome, Is.EqualTo("connect-src https://api.plannrcrm.com/api/v1/oauth/connections"));
        Assert.That(await visit.Page.Locator("body").InnerTextAsync(), Does.Not.Contain("https://api.plannrcrm.com/api/"));
    }

    private static ILocator TestRequest(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = TestRequestPut() }).First;

    private static ILocator Link(Visit visit, string summary) => visit.Page.GetByRole(AriaRole.Link, new() { Name = summary }).First;

    private static ILocator Send(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = SendPut() }).First;

    private static Task GoToUpdateAsync(Visit visit) => GoToAsync(visit, Update);

    private static async Task GoToAsync(Visit visit, string summary)
    {
        var menu = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Open Menu" });
        var link = Link(visit, summary);
        await menu.Or(link).First.WaitForAsync();
        if (await menu.IsVisibleAsync())
        {
            await menu.ClickAsync();
        }

        await link.ClickAsync();
    }

    private static async Task EnterBodyAsync(Visit visit, string body)
    {
        var editor = visit.Page.GetByRole(AriaRole.Dialog).Locator(".cm-content[contenteditable=true]").Filter(new() { HasText = "My Fundment Account 1" });
        await editor.ClickAsync();
        await visit.Page.Keyboard.PressAsync("Control+A");
        await visit.Page.Keyboard.InsertTextAsync(body);
    }

    /// <summary>Presses Tab until the name of the focused element contains a text.</summary>
    private static async Task TabToAsync(Visit visit, string name)
    {
        const int MaxStops = 300;
        var stops = new List<string>();
        while (stops.Count < MaxStops)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var stop = await visit.Page.EvaluateAsync<string>("() => (document.activeElement.getAttribute('aria-label') ?? '') + ' ' + document.activeElement.textContent");
            stops.Add(Spaces().Replace(stop, " ").Trim());
            if (stops[^1].Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not lead to '{name}', but to: {string.Join(" | ", stops.Select(s => s[..Math.Min(s.Length, 40)]))}");
    }

    private static void AssertNoOtherRequestsAndNoErrors(Visit visit)
    {
        Assert.That(visit.RequestsToOtherHosts, Is.Empty, "The page sent requests to other hosts.");
        Assert.That(visit.ConsoleErrors, Is.Empty, "The console has errors.");
    }

    [GeneratedRegex("^(Open )?Search", RegexOptions.IgnoreCase)]
    private static partial Regex SearchButton();

    [GeneratedRegex("Test Request.*put", RegexOptions.IgnoreCase)]
    private static partial Regex TestRequestPut();

    [GeneratedRegex("^Send put request", RegexOptions.IgnoreCase)]
    private static partial Regex SendPut();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
