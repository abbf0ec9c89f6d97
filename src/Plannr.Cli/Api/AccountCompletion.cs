using System.CommandLine.Completions;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Output;

namespace Plannr.Cli.Api;

/// <summary>Suggests the values of <c>--account</c> when Tab is pressed: the UUIDs of the accounts that the token's user has a login for.</summary>
internal static class AccountCompletion
{
    // A shell shows nothing while it waits for suggestions.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>Asks the API for the accounts.</summary>
    /// <param name="read">Reads the settings from the command line so far, which may contain mistakes.</param>
    /// <returns>The UUIDs; none if the command line is not valid, if there is no usable token, if the API does not answer within 3 seconds,
    /// or if it answers with an error.</returns>
    public static IEnumerable<CompletionItem> Suggest(Func<ApiSettings> read)
    {
        using var limit = new CancellationTokenSource(Longest);
        var listing = Task.Run(() => ListAsync(read() with { Retries = 0, Verbosity = Verbosity.Quiet }, limit.Token), CancellationToken.None);
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

    private static async Task<IEnumerable<CompletionItem>> ListAsync(ApiSettings settings, CancellationToken cancellationToken)
    {
        // Standard input is the terminal here, where the user types the command line. To start a sandbox takes too long, and it has one account only.
        if (settings.TokenFile == "-" || settings.ToSandbox)
        {
            return [];
        }

        var secret = new Secret();
        var messages = new Messages(settings.Verbosity, secret);
        await using var session = new ApiSession(await settings.SelectProfileAsync(messages, cancellationToken), messages, secret);
        var plannr = await session.ClientAsync(cancellationToken);
        var logins = (await plannr.Logins.ListAsync(cancellationToken)).Data ?? [];
        return [.. logins.Select(l => l.Account?.Uuid).OfType<Guid>().Distinct().Select(uuid => new CompletionItem(uuid.ToString()))];
    }
}
