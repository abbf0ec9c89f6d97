using Newtonsoft.Json.Linq;

namespace Plannr.Cli.Output.Json;

/// <summary>A record of a response.</summary>
/// <param name="Value">The record.</param>
/// <param name="Json">Its JSON, including properties that the contract does not name.</param>
internal sealed record Received<T>(T Value, JToken Json);
