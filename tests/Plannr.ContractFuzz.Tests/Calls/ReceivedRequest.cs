namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>A request that the server has received.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and query, as they were sent.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body);
