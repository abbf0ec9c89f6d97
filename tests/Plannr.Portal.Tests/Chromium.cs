using Microsoft.Playwright;

namespace Plannr.Portal.Tests;

/// <summary>
/// The system's Chromium, started once for all tests. Where there is none they are skipped, unless
/// <c>PLANNR_REQUIRE_CHROMIUM=1</c> says that there must be one.
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
            const string Message = "No Chromium is installed (Debian's package: chromium), so the portal is not tested in a browser. PLANNR_CHROMIUM can name another one.";
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
            // No name can be resolved, as if the network were cut. The rest keeps the browser from asking for things of its own.
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
