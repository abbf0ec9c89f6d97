namespace Plannr.ContractFuzz.Tests.Trials;

/// <summary>What became of a contract.</summary>
/// <param name="Refusals">The rules that it was refused for, each with its message where one rule has many reasons; empty for none.</param>
/// <param name="Warnings">The rules that it was generated in spite of, in another way than it says, so that its code was compiled only; empty for none.</param>
/// <param name="Calls">How many calls were made with its code.</param>
/// <param name="Fault">What is wrong, without names and values; null if all is well.</param>
/// <param name="Details">The same with names and values.</param>
internal sealed record Outcome(IReadOnlyList<string> Refusals, IReadOnlyList<string> Warnings, int Calls, string? Fault, string? Details)
{
    public bool IsRefused => Refusals.Count > 0;

    public static Outcome Refused(IReadOnlyList<string> rules) => new(rules, [], 0, null, null);

    public static Outcome Generated(int calls) => new([], [], calls, null, null);

    public static Outcome Compiled(IReadOnlyList<string> warnings) => new([], warnings, 0, null, null);

    public static Outcome Failed(string fault, string details) => new([], [], 0, fault, details);
}
