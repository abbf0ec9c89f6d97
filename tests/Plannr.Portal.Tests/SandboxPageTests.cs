using System.Net.Http.Headers;
using Microsoft.Playwright;

namespace Plannr.Portal.Tests;

/// <summary>Tests the consent page and the page that controls the sandbox, with the widths of a desktop and of a phone.</summary>
public sealed class SandboxPageTests
{
    private static readonly int[] Widths = [1440, 390];

    [TestCaseSource(nameof(Widths))]
    public async Task Connect_with_the_keyboard_lists_the_new_connection(int width)
    {
        await using var visit = await Visit.ToAsync("/sandbox", width);
        await Assertions.Expect(visit.Page.Locator("#connections li")).ToHaveCountAsync(1);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Connect" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/oauth/fundment/authorize");
        await AssertFitsAsync(visit, $"consent-{width}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).PressAsync("Enter");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Connected");
        await AssertFitsAsync(visit, $"connected-{width}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the sandbox" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#connections li")).ToHaveCountAsync(2);
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [TestCaseSource(nameof(Widths))]
    public async Task Connection_expires_when_the_clock_is_moved_and_can_be_refreshed(int width)
    {
        await using var visit = await Visit.ToAsync("/sandbox", width);
        var connection = visit.Page.Locator("#connections li");
        await visit.Page.GetByLabel("Move forward by").FillAsync("1000d");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Move" }).ClickAsync();
        await Assertions.Expect(connection).ToContainTextAsync("Expired 2027-06-08");
        await Assertions.Expect(visit.Page.Locator("#status")).ToHaveTextAsync("The clock is moved. Plannr would have sent 3 e-mails.");
        await Assertions.Expect(visit.Page.Locator("#requests .email")).ToHaveCountAsync(3);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Refresh My Fundment Account 1" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Deny" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Nothing has changed.");
        await visit.Page.GotoAsync("/sandbox");
        await Assertions.Expect(connection).ToContainTextAsync("Expired 2027-06-08");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Refresh My Fundment Account 1" }).ClickAsync();
        await AssertFitsAsync(visit, $"refresh-{width}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Allow" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Refreshed");
        await visit.Page.GotoAsync("/sandbox");
        await Assertions.Expect(connection).ToContainTextAsync("Expires 20");
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [TestCaseSource(nameof(Widths))]
    public async Task Requests_appear_live_with_their_fault_and_their_details(int width)
    {
        await using var visit = await Visit.ToAsync("/sandbox", width);
        await Assertions.Expect(visit.Page.Locator("#live")).ToHaveTextAsync("Live");
        await visit.Page.GetByLabel("Fault", new() { Exact = true }).FillAsync("status=429,operation=OAuthConnections_Update");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Inject" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#faults")).ToContainTextAsync("status=429,operation=OAuthConnections_Update × 1");

        await SendAsync(visit, """{"label":5,"signing_secret":"s3cret"}""");
        await SendAsync(visit, """{"label":"<b>Bold</b>"}""");

        var requests = visit.Page.Locator("#requests > li");
        await Assertions.Expect(visit.Page.Locator("#faults li")).ToHaveCountAsync(0);
        await Assertions.Expect(requests).ToHaveCountAsync(2);
        await Assertions.Expect(requests.Nth(1)).ToContainTextAsync("429");
        await Assertions.Expect(requests.Nth(1)).ToContainTextAsync("violates the contract");
        await requests.Nth(1).Locator("summary").ClickAsync();
        await Assertions.Expect(requests.Nth(1)).ToContainTextAsync("""{"label":5,"signing_secret":"***"}""");
        await requests.Nth(0).Locator("summary").ClickAsync();
        await Assertions.Expect(requests.Nth(0)).ToContainTextAsync("<b>Bold</b>");
        await Assertions.Expect(requests.Nth(0)).Not.ToContainTextAsync(visit.Sandbox.Token);
        await AssertFitsAsync(visit, $"requests-{width}");

        await visit.Page.Locator("#clear-requests").ClickAsync();
        await Assertions.Expect(requests).ToHaveCountAsync(0);
        AssertNoOtherRequestsAndNoErrors(visit);
    }

    [Test]
    public async Task Reset_restores_the_connection_and_an_invalid_fault_is_refused_with_the_problem()
    {
        await using var visit = await Visit.ToAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "connections, clock, faults and requests" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/sandbox");
        await visit.Page.GetByLabel("Fault", new() { Exact = true }).FillAsync("late");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Inject" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#status")).ToContainTextAsync("'late' is not a fault.");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Delete My Fundment Account 1" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#connections li")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Reset the sandbox" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#connections li")).ToHaveCountAsync(1);
        Assert.That(visit.RequestsToOtherHosts, Is.Empty);
    }

    private static async Task SendAsync(Visit visit, string json)
    {
        using var httpClient = new HttpClient { BaseAddress = visit.Sandbox.BaseAddress };
        httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", visit.Sandbox.Token);
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        await httpClient.PutAsync(new Uri($"/api/v1/oauth/connections/{visit.Sandbox.ExampleConnection}", UriKind.Relative), content);
    }

    private static async Task AssertFitsAsync(Visit visit, string name)
    {
        if (Environment.GetEnvironmentVariable("PLANNR_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }

        Assert.That(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0), "The page is wider than the screen.");
    }

    private static void AssertNoOtherRequestsAndNoErrors(Visit visit)
    {
        Assert.That(visit.RequestsToOtherHosts, Is.Empty);
        Assert.That(visit.ConsoleErrors, Is.Empty);
    }
}
