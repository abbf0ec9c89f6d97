using System.CommandLine.Completions;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Completions;
using Plannr.Cli.Output;
using Plannr.Client;

namespace Plannr.Cli.Api;

/// <summary>Suggests values that the API knows when Tab is pressed: UUIDs, each with the name of what it is for.</summary>
internal static class ApiCompletion
{
    // A shell shows nothing while it waits for suggestions.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>Asks the API.</summary>
    /// <param name="read">Reads the settings from the command line so far, which may contain mistakes.</param>
    /// <param name="list">Returns the suggestions.</param>
    /// <returns>The suggestions; none if the command line is not valid, if there is no usable token, if the API does not answer within 3
    /// seconds, or if it answers with an error.</returns>
    public static IEnumerable<CompletionItem> Suggest(Func<ApiSettings> read, Func<PlannrClient, CancellationToken, Task<IEnumerable<CompletionItem>>> list)
    {
        using var limit = new CancellationTokenSource(Longest);
        var listing = Task.Run(() => ListAsync(read() with { Retries = 0, Verbosity = Verbosity.Quiet }, list, limit.Token), CancellationToken.None);
        try
        {
            // Not all that the listing waits for can be canceled, such as opening a named pipe for the token.
            return listing.Wait(Longest) ? listing.Result : [];
        }
        catch (AggregateException)
        {
            // The user is typing a command line, where an error message would only be in the way. The command itself reports the error.
            return [];
        }
    }

    /// <summary>Returns the accounts that the token's user has a login for.</summary>
    public static async Task<IEnumerable<CompletionItem>> AccountsAsync(PlannrClient plannr, CancellationToken cancellationToken)
        => ((await plannr.Logins.ListAsync(cancellationToken)).Data ?? []).Select(l => Item(l.Account?.Uuid, l.Account?.Name)).OfType<CompletionItem>();

    /// <summary>Returns the connections.</summary>
    public static async Task<IEnumerable<CompletionItem>> ConnectionsAsync(PlannrClient plannr, CancellationToken cancellationToken)
        => ((await plannr.OAuthConnections.ListAsync(cancellationToken)).Data ?? []).Select(c => Item(c.Uuid, c.Label)).OfType<CompletionItem>();

    /// <summary>Returns the names of the providers that there are connections to.</summary>
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
        // Standard input is the terminal here, where the user types the command line.
        if (settings.TokenFile == "-")
        {
            return [];
        }

        var secret = new Secret();
        var messages = new Messages(settings.Verbosity, secret);
        var selected = await settings.SelectProfileAsync(messages, cancellationToken);
        // To start a sandbox takes too long.
        if (selected.ToSandbox)
        {
            return [];
        }

        await using var session = new ApiSession(selected, messages, secret);
        var items = await list(await session.ClientAsync(cancellationToken), cancellationToken);
        return [.. items.Select(i => new CompletionItem(i.Label, SuggestCommand.DescribedKind, detail: secret.RemoveFrom(i.Detail ?? "")))];
    }
}
