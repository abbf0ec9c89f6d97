using System.Text.Json.Serialization;

namespace Plannr.Aot;

/// <summary>Describes the application's types to System.Text.Json without reflection.</summary>
[JsonSerializable(typeof(Envelope))]
internal sealed partial class EnvelopeContext : JsonSerializerContext;
