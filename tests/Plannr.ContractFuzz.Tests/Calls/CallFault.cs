namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>The exception that is thrown if generated code does not send or read what the contract says.</summary>
/// <param name="kind">The kind of fault, without names and values, by which faults are grouped.</param>
/// <param name="details">The position and the values.</param>
#pragma warning disable CA1032, CA1064 // Only the tests use the exception, and it always needs a kind.
internal sealed class CallFault(string kind, string details) : Exception($"{kind}: {details}")
#pragma warning restore CA1032, CA1064
{
    public string Kind => kind;
}
