using Microsoft.Playwright;

namespace Plannr.Portal.Tests;

/// <summary>
/// Starts the installed Chromium once for all tests. If it is missing, the tests are skipped, or fail if the environment variable
/// <c>PLANNR_REQUIRE_CHROMIUM</c> is 1.
/// </summary>
[SetUpFixture]
public sealed class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static IPlaywright? _playwright;

    internal static IBrowser Browser { get; private set; } = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        var path = Find();
        if (path is null)
        {
            const string Message = "Chromium is not installed (Debian: chromium), so the portal is not tested in a browser. Install it, or set PLANNR_CHROMIUM to the path of another one.";
            if (Environment.GetEnvironmentVariable("PLANNR_REQUIRE_CHROMIUM") == "1")
            {
                Assert.Fail(Message);
            }

            Assert.Ignore(Message);
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // With the first argument, no host name can be resolved, as without a network. The others turn off requests of the browser itself.
            Args = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find()
        => Environment.GetEnvironmentVariable("PLANNR_CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
}
