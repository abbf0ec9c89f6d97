using System.CommandLine.Completions;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Completions;
using Plannr.Cli.Output;
using Plannr.Client;

namespace Plannr.Cli.Api;

/// <summary>Suggests values from the API when the user presses Tab, such as UUIDs with the names of their resources.</summary>
internal static class ApiCompletion
{
    // The shell shows nothing while it waits for suggestions.
    private static readonly TimeSpan MaxDuration = TimeSpan.FromSeconds(3);

    /// <summary>Returns suggestions from the API.</summary>
    /// <param name="read">Reads the settings from the command line so far, which may contain mistakes.</param>
    /// <param name="list">Returns the suggestions.</param>
    /// <returns>The suggestions. The result is empty if the command line is invalid, there is no valid token, or the API does not
    /// respond within 3 seconds or responds with an error.</returns>
    public static IEnumerable<CompletionItem> Suggest(Func<ApiSettings> read, Func<PlannrClient, CancellationToken, Task<IEnumerable<CompletionItem>>> list)
    {
        using var limit = new CancellationTokenSource(MaxDuration);
        var listing = Task.Run(() => ListAsync(read() with { Retries = 0, Verbosity = Verbosity.Quiet }, list, limit.Token), CancellationToken.None);
        try
        {
            // Some operations cannot be canceled, such as opening a named pipe with the token.
            return listing.Wait(MaxDuration) ? listing.Result : [];
        }
        catch (AggregateException)
        {
            // An error message would disturb the command line that the user is typing. The command itself reports the error.
            return [];
        }
    }

    /// <summary>Returns the accounts that the token's user has a login for.</summary>
    public static async Task<IEnumerable<CompletionItem>> AccountsAsync(PlannrClient plannr, CancellationToken cancellationToken)
        => ((await plannr.Logins.ListAsync(cancellationToken)).Data ?? []).Select(l => Item(l.Account?.Uuid, l.Account?.Name)).OfType<CompletionItem>();

    /// <summary>Returns the connections.</summary>
    public static async Task<IEnumerable<CompletionItem>> ConnectionsAsync(PlannrClient plannr, CancellationToken cancellationToken)
        => ((await plannr.OAuthConnections.ListAsync(cancellationToken)).Data ?? []).Select(c => Item(c.Uuid, c.Label)).OfType<CompletionItem>();

    /// <summary>Returns the names of the providers of existing connections.</summary>
    public static async Task<IEnumerable<CompletionItem>> ProvidersAsync(PlannrClient plannr, CancellationToken cancellationToken)
        => ((await plannr.OAuthConnections.ListAsync(cancellationToken)).Data ?? [])
            .Where(c => c.Provider?.Name is { Length: > 0 })
            .Select(c => new CompletionItem(c.Provider!.Name!, SuggestCommand.DescribedKind, detail: c.Provider.Label));

    /// <summary>Returns the webhook subscriptions.</summary>
    public static async Task<IEnumerable<CompletionItem>> WebhooksAsync(PlannrClient plannr, CancellationToken cancellationToken)
        => ((await plannr.WebhookSubscriptions.ListAsync(cancellationToken: cancellationToken)).Data ?? []).Select(w => Item(w.Uuid, w.Url?.OriginalString)).OfType<CompletionItem>();

    private static CompletionItem? Item(Guid? uuid, string? name) => uuid is { } known ? new CompletionItem(known.ToString(), SuggestCommand.DescribedKind, detail: name) : null;

    private static async Task<IEnumerable<CompletionItem>> ListAsync(
        ApiSettings settings, Func<PlannrClient, CancellationToken, Task<IEnumerable<CompletionItem>>> list, CancellationToken cancellationToken)
    {
        // Standard input is the terminal in which the user types the command line.
        if (settings.TokenFile == "-")
        {
            return [];
        }

        var secret = new Secret();
        var messages = new Messages(settings.Verbosity, secret);
        var selected = await settings.SelectProfileAsync(messages, cancellationToken);
        // Starting a sandbox would take too long.
        if (selected.ToSandbox)
        {
            return [];
        }

        await using var session = new ApiSession(selected, messages, secret);
        var items = await list(await session.ClientAsync(cancellationToken), cancellationToken);
        return [.. items.Select(i => new CompletionItem(i.Label, SuggestCommand.DescribedKind, detail: secret.RemoveFrom(i.Detail ?? "")))];
    }
}
