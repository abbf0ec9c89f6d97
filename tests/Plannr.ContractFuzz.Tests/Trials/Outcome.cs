namespace Plannr.ContractFuzz.Tests.Trials;

/// <summary>The outcome of a trial.</summary>
/// <param name="Refusals">The rules that refuse the contract, with the message if a rule has many reasons; empty if the contract is not refused.</param>
/// <param name="Warnings">The rules whose warnings say that the code differs from the contract, so that the code was only compiled; empty for none.</param>
/// <param name="Calls">The number of calls of the generated code.</param>
/// <param name="Fault">The kind of fault, without names and values; null for none.</param>
/// <param name="Details">The fault with names and values; null for none.</param>
internal sealed record Outcome(IReadOnlyList<string> Refusals, IReadOnlyList<string> Warnings, int Calls, string? Fault, string? Details)
{
    public bool IsRefused => Refusals.Count > 0;

    public static Outcome Refused(IReadOnlyList<string> rules) => new(rules, [], 0, null, null);

    public static Outcome Generated(int calls) => new([], [], calls, null, null);

    public static Outcome Compiled(IReadOnlyList<string> warnings) => new([], warnings, 0, null, null);

    public static Outcome Failed(string fault, string details) => new([], [], 0, fault, details);
}
