namespace Plannr.Mcp.Documentation;

/// <summary>Lists the guides.</summary>
internal static class Guides
{
    private static readonly Lazy<IReadOnlyList<Guide>> Read = new(() =>
    [
        Of("authentication", "Authenticate with an access token", ("Plannr.Generated", "Authenticate"), ("Plannr.Client", "Make a first call")),
        Of("accounts", "Select an account with X-PLANNR-ACCOUNT-UUID", ("Plannr.Generated", "Select an account"), ("Plannr.Client", "Select an account")),
        Of("connections", "Create or refresh an OAuth2 connection", ("Plannr.Generated", "Create or refresh a connection")),
        Of("expiry", "Tell whether a connection has expired, and what a blank expiry date means", ("Plannr.Generated", "Tell whether a connection has expired")),
        Of("rate-limit", "Rate limit and retries", ("Plannr.Client", "Stay within the rate limit")),
        Of("errors", "Errors and their C# exceptions", ("Plannr.Client", "Handle errors")),
        Of("client", "Options and dependency injection of the C# client", ("Plannr.Client", "Use dependency injection"), ("Plannr.Client", "Set options"), ("Plannr.Client", "Add handlers, logs and tests")),
        Of("webhooks", "Receive webhooks and verify their signatures", ("Plannr.Client", "Receive webhooks"), ("Plannr.AspNetCore", "Plannr.AspNetCore")),
        Of("sandbox", "Start a sandbox, a local Plannr for tests", ("Plannr.Sandbox", "Plannr.Sandbox"), ("Plannr.Sandbox", "Start a sandbox"), ("Plannr.Sandbox", "Seed accounts")),
        Of("sandbox-faults", "Simulate errors, slow responses and expired tokens in a sandbox: faults", ("Plannr.Sandbox", "Make calls fail")),
        Of("packages", "Which package to install", ("", "Choose a package")),
    ]);

    /// <summary>Gets all guides.</summary>
    public static IReadOnlyList<Guide> All => Read.Value;

    private static Guide Of(string name, string title, params (string Project, string Heading)[] sections)
        => new(name, title, [.. sections.Select(s => MarkdownFile.Embedded(s.Project.Length == 0 ? "README.md" : $"{s.Project}/README.md").Section(s.Heading))]);
}
