using Newtonsoft.Json.Linq;

namespace Plannr.CompiledDiff.Tests;

/// <summary>A change of a contract.</summary>
/// <param name="Name">The description and the position of the change.</param>
/// <param name="Apply">Applies the change to a copy of the contract.</param>
internal sealed record Mutation(string Name, Action<JObject> Apply);
