using Plannr.Generated;

namespace Plannr.Client;

/// <summary>Finds the UUID of an account, for <see cref="PlannrClientOptions.AccountUuid"/> or the argument <c>xPlannrAccountUuid</c> of an operation.</summary>
public static class PlannrAccounts
{
    /// <summary>Requests the logins of the access token's user and returns the UUID of the only account that matches.</summary>
    /// <param name="logins">The client for logins, such as <see cref="IPlannrClient.Logins"/>.</param>
    /// <param name="predicate">Selects the logins whose account may be returned. The default, null, selects all logins.</param>
    /// <param name="timeProvider">The clock that determines which logins have expired. The default, null, is the system clock.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The UUID of the account, not that of the login.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="logins"/> is null.</exception>
    /// <exception cref="PlannrAccountException">No account matches, or more than one matches. The message lists the accounts.</exception>
    /// <exception cref="PlannrException">The call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public static Task<Guid> GetAccountUuidAsync(
        this ILoginsClient logins, Func<Login, bool>? predicate = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
        => RequestAsync(logins ?? throw new ArgumentNullException(nameof(logins)), predicate, timeProvider, cancellationToken);

    /// <summary>Returns the UUID of the only account that matches. Several logins to the same account count as one. Expired logins are ignored.</summary>
    /// <param name="logins">The logins of a user, as <see cref="ILoginsClient.ListAsync"/> returns them.</param>
    /// <param name="predicate">Selects the logins whose account may be returned. The default, null, selects all logins.</param>
    /// <param name="timeProvider">The clock that determines which logins have expired. The default, null, is the system clock.</param>
    /// <returns>The UUID of the account, not that of the login.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="logins"/> is null.</exception>
    /// <exception cref="PlannrAccountException">No account matches, or more than one matches. The message lists the accounts.</exception>
    public static Guid GetAccountUuid(this LoginList logins, Func<Login, bool>? predicate = null, TimeProvider? timeProvider = null)
    {
        var all = (logins ?? throw new ArgumentNullException(nameof(logins))).Data ?? [];
        var now = (timeProvider ?? TimeProvider.System).GetUtcNow();
        // An account without a UUID cannot be selected.
        Login[] current = [.. all.Where(login => login.Account?.Uuid is not null && !(login.ExpiresAt <= now))];
        Login[] matching = predicate is null ? current : [.. current.Where(predicate)];
        Guid[] accounts = [.. matching.Select(login => login.Account!.Uuid!.Value).Distinct()];
        return accounts.Length switch
        {
            1 => accounts[0],
            0 when current.Length == 0 => throw PlannrAccountException.NoLogin(all.Count),
            0 => throw PlannrAccountException.NoneMatches(current),
            _ => throw PlannrAccountException.SeveralMatch(matching),
        };
    }

    private static async Task<Guid> RequestAsync(ILoginsClient logins, Func<Login, bool>? predicate, TimeProvider? timeProvider, CancellationToken cancellationToken)
        => (await logins.ListAsync(cancellationToken).ConfigureAwait(false)).GetAccountUuid(predicate, timeProvider);
}
