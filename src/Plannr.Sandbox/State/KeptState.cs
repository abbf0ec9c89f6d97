namespace Plannr.Sandbox.State;

/// <summary>The state in a data file.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="ClockOffset">The offset of the clock.</param>
internal sealed record KeptState(IReadOnlyList<AccountState> Accounts, TimeSpan ClockOffset);
