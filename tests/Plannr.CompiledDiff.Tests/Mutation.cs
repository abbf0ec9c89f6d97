using Newtonsoft.Json.Linq;

namespace Plannr.CompiledDiff.Tests;

/// <summary>A change of a contract.</summary>
/// <param name="Name">What it does, and where.</param>
/// <param name="Apply">Makes it, in a copy of the contract.</param>
internal sealed record Mutation(string Name, Action<JObject> Apply);
