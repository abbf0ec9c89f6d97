namespace Plannr.ContractFuzz.Tests.Calls;

/// <summary>A request as it came over the socket.</summary>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Target">Its path and query, as they were sent.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body);
