using System.Text.Json.Serialization;

namespace Plannr.Benchmarks.Peers.Json;

/// <summary>The generated code of System.Text.Json that all peers use which can. RestSharp and Flurl write an <see cref="object"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Connection))]
[JsonSerializable(typeof(ConnectionList))]
[JsonSerializable(typeof(ConnectionUpdate))]
[JsonSerializable(typeof(object))]
internal sealed partial class ConnectionContext : JsonSerializerContext;
