using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using Plannr.Generated;
using Plannr.Sandbox;

namespace Plannr.Portal.Tests;

/// <summary>A sandbox and a page of it in a browser. Records the requests of the page, and the errors on its console.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private const float TimeoutMilliseconds = 60_000;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _consoleErrors = [];

    private Visit(PlannrSandbox sandbox, IBrowserContext context, IPage page)
    {
        Sandbox = sandbox;
        _context = context;
        Page = page;
    }

    public PlannrSandbox Sandbox { get; }

    public IPage Page { get; }

    /// <summary>Gets the URLs of the requests to other hosts.</summary>
    public IEnumerable<string> RequestsToOtherHosts
        => _requests.Where(url => !url.StartsWith(Sandbox.BaseAddress.ToString(), StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal));

    /// <summary>Gets the errors and warnings on the page's console, including violations of its content security policy.</summary>
    public IEnumerable<string> ConsoleErrors => _consoleErrors;

    public static async Task<Visit> ToAsync(string path, int width = 1280, int height = 900)
    {
        var sandbox = await PlannrSandbox.StartAsync();
        var context = await Chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = sandbox.BaseAddress.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(TimeoutMilliseconds);
        var page = await context.NewPageAsync();
        var visit = new Visit(sandbox, context, page);
        context.Request += (_, request) => visit._requests.Enqueue(request.Url);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                visit._consoleErrors.Enqueue(message.Text);
            }
        };
        page.PageError += (_, error) => visit._consoleErrors.Enqueue(error);
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
