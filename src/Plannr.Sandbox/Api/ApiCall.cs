using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Contracts;

namespace Plannr.Sandbox.Api;

/// <summary>A valid call of an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Account">The account.</param>
/// <param name="PathValues">The path parameters by name.</param>
/// <param name="Query">The query.</param>
/// <param name="Body">The JSON body; null if there is none.</param>
/// <param name="Server">The address of the sandbox that the caller used.</param>
internal sealed record ApiCall(ContractOperation Operation, Guid Account, IReadOnlyDictionary<string, string> PathValues, IQueryCollection Query, JToken? Body, string Server);
