namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>Which way a value goes: requests have no <c>readOnly</c> properties, and responses no <c>writeOnly</c> ones.</summary>
internal enum Direction
{
    Request,
    Response,
}
