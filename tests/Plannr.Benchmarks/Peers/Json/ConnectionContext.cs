using System.Text.Json.Serialization;

namespace Plannr.Benchmarks.Peers.Json;

/// <summary>The generated code of System.Text.Json, for all peers that support it. RestSharp and Flurl serialize an <see cref="object"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Connection))]
[JsonSerializable(typeof(ConnectionList))]
[JsonSerializable(typeof(ConnectionUpdate))]
[JsonSerializable(typeof(object))]
internal sealed partial class ConnectionContext : JsonSerializerContext;
