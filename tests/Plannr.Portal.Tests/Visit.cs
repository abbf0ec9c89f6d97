using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Plannr.Generated;
using Plannr.Sandbox;

namespace Plannr.Portal.Tests;

/// <summary>A sandbox of its own and a page in a browser, which notes where its requests go and what its console says.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private const float Patience = 60_000;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    private Visit(PlannrSandbox sandbox, IBrowserContext context, IPage page)
    {
        Sandbox = sandbox;
        _context = context;
        Page = page;
    }

    public PlannrSandbox Sandbox { get; }

    public IPage Page { get; }

    /// <summary>What the page asked of any other host.</summary>
    public IEnumerable<string> RequestsElsewhere
        => _requests.Where(url => !url.StartsWith(Sandbox.BaseAddress.ToString(), StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal));

    /// <summary>The errors on the page's console, violations of its content security policy among them.</summary>
    public IEnumerable<string> Complaints => _complaints;

    public static async Task<Visit> ToAsync(string path, int width = 1280, int height = 900)
    {
        var sandbox = await PlannrSandbox.StartAsync();
        var context = await Chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = sandbox.BaseAddress.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var visit = new Visit(sandbox, context, page);
        context.Request += (_, request) => visit._requests.Enqueue(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                visit._complaints.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => visit._complaints.Enqueue(error);
        await page.GotoAsync(path);
        return visit;
    }

    public async Task<string?> LabelAsync()
    {
        using var httpClient = new HttpClient { BaseAddress = Sandbox.BaseAddress };
        httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Sandbox.Token);
        return (await new OAuthConnectionsClient(httpClient).ListAsync()).Data!.Single().Label;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
