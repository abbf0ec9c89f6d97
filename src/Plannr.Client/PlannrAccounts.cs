using Plannr.Generated;

namespace Plannr.Client;

/// <summary>Finds the account to work for, which <see cref="PlannrClientOptions.AccountUuid"/> and the argument <c>xPlannrAccountUuid</c> select.</summary>
public static class PlannrAccounts
{
    /// <summary>Requests the logins of the access token's user, and returns the UUID of the one account that fits.</summary>
    /// <param name="logins">The client of the logins, such as <see cref="IPlannrClient.Logins"/>.</param>
    /// <param name="predicate">Selects the logins whose account may be returned. Null, the default, selects all.</param>
    /// <param name="timeProvider">The clock that tells which logins have expired. Null, the default, is the system's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The UUID of the account, not that of the login.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="logins"/> is null.</exception>
    /// <exception cref="PlannrAccountException">No account fits, or several fit. The message lists them.</exception>
    /// <exception cref="PlannrException">The call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    public static Task<Guid> GetAccountUuidAsync(
        this ILoginsClient logins, Func<Login, bool>? predicate = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
        => RequestAsync(logins ?? throw new ArgumentNullException(nameof(logins)), predicate, timeProvider, cancellationToken);

    /// <summary>Returns the UUID of the one account that fits. Several logins of the same account count as one; logins that have expired do not count.</summary>
    /// <param name="logins">The logins of a user, which <see cref="ILoginsClient.ListAsync"/> returns.</param>
    /// <param name="predicate">Selects the logins whose account may be returned. Null, the default, selects all.</param>
    /// <param name="timeProvider">The clock that tells which logins have expired. Null, the default, is the system's.</param>
    /// <returns>The UUID of the account, not that of the login.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="logins"/> is null.</exception>
    /// <exception cref="PlannrAccountException">No account fits, or several fit. The message lists them.</exception>
    public static Guid GetAccountUuid(this LoginList logins, Func<Login, bool>? predicate = null, TimeProvider? timeProvider = null)
    {
        var all = (logins ?? throw new ArgumentNullException(nameof(logins))).Data ?? [];
        var now = (timeProvider ?? TimeProvider.System).GetUtcNow();
        // Without a UUID there is nothing to select the account with.
        Login[] current = [.. all.Where(login => login.Account?.Uuid is not null && !(login.ExpiresAt <= now))];
        Login[] fitting = predicate is null ? current : [.. current.Where(predicate)];
        Guid[] accounts = [.. fitting.Select(login => login.Account!.Uuid!.Value).Distinct()];
        return accounts.Length switch
        {
            1 => accounts[0],
            0 when current.Length == 0 => throw PlannrAccountException.NoLogin(all.Count),
            0 => throw PlannrAccountException.NoneFits(current),
            _ => throw PlannrAccountException.SeveralFit(fitting),
        };
    }

    private static async Task<Guid> RequestAsync(ILoginsClient logins, Func<Login, bool>? predicate, TimeProvider? timeProvider, CancellationToken cancellationToken)
        => (await logins.ListAsync(cancellationToken).ConfigureAwait(false)).GetAccountUuid(predicate, timeProvider);
}
