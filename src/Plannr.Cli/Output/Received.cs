using Newtonsoft.Json.Linq;

namespace Plannr.Cli.Output;

/// <summary>A record of a response.</summary>
/// <param name="Value">The record.</param>
/// <param name="Json">Its JSON, also with the properties that the contract does not have.</param>
internal sealed record Received<T>(T Value, JToken Json);
