using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Api;

/// <summary>A call of an operation that fits the contract.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Account">The account that it is for.</param>
/// <param name="PathValues">The values in its path, by their names in the contract.</param>
/// <param name="Query">Its query, by the contract's names.</param>
/// <param name="Body">Its body, if it has one in JSON.</param>
/// <param name="Server">The address of the sandbox, as the caller knows it.</param>
internal sealed record ApiCall(ContractOperation Operation, Guid Account, IReadOnlyDictionary<string, string> PathValues, IQueryCollection Query, JToken? Body, string Server);
