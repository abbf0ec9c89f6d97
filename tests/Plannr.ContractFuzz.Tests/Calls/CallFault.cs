namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>Something that generated code does not do as the contract says.</summary>
/// <param name="kind">What it is, without names and values, so that faults of one kind can be told from others.</param>
/// <param name="details">Where, and with which values.</param>
#pragma warning disable CA1032, CA1064 // It never leaves the tests, and says nothing without its kind.
internal sealed class CallFault(string kind, string details) : Exception($"{kind}: {details}")
#pragma warning restore CA1032, CA1064
{
    public string Kind => kind;
}
