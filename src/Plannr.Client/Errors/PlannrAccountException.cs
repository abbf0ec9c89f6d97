using System.Text;
using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// The exception that is thrown when no account, or more than one, matches, so that the client cannot select an account. The message
/// lists the type, role, firm and UUID of each account. It contains no personal names and no e-mail addresses.
/// </summary>
public sealed class PlannrAccountException : InvalidOperationException
{
    private const int MaxListed = 20;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="candidates">The logins of the accounts to choose from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="candidates"/> is null.</exception>
    public PlannrAccountException(string message, IReadOnlyList<Login> candidates)
        : base(message)
        => Candidates = candidates ?? throw new ArgumentNullException(nameof(candidates));

    /// <summary>
    /// Gets the logins of the accounts to choose from: those that match, or all that have not expired if none matches. They contain
    /// personal names and e-mail addresses.
    /// </summary>
    public IReadOnlyList<Login> Candidates { get; }

    internal static PlannrAccountException NoLogin(int logins)
        => new(
            (logins == 0 ? "The user of the access token has no login." : $"The user of the access token has no usable login: all {logins} have expired, or have no account.")
            + " Use the access token of a user who has a login for the account.",
            []);

    internal static PlannrAccountException NoneMatches(IReadOnlyList<Login> current)
        => new("No account matches the predicate. Change the predicate so that it selects the logins of one account, or set AccountUuid to one of these UUIDs:" + List(current), current);

    internal static PlannrAccountException SeveralMatch(IReadOnlyList<Login> matching)
        => new("Several accounts match. Pass a predicate that selects the logins of one account, for example by its type or firm, or set AccountUuid to one of these UUIDs:" + List(matching), matching);

    private static string List(IEnumerable<Login> logins)
    {
        var text = new StringBuilder();
        var accounts = logins.GroupBy(login => login.Account!.Uuid).ToArray();
        foreach (var account in accounts.Take(MaxListed))
        {
            text.Append("\n  ").Append(account.Key).Append(Description(account.First()));
        }

        return accounts.Length > MaxListed ? text.Append("\n  and ").Append(accounts.Length - MaxListed).Append(" more").ToString() : text.ToString();
    }

    private static string Description(Login login)
    {
        var details = string.Join(", ", new[] { login.Account?.Type, login.Account?.Role, login.Firm?.Name }.Where(detail => !string.IsNullOrWhiteSpace(detail)));
        // A line break in a name could forge another account in the list, or another log line.
        return details.Length == 0 ? "" : $" ({new string([.. details.Select(character => char.IsControl(character) ? ' ' : character)])})";
    }
}
