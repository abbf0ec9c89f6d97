namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>The direction of a value. Requests have no <c>readOnly</c> properties, and responses no <c>writeOnly</c> properties.</summary>
internal enum Direction
{
    Request,
    Response,
}
