using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.State;

/// <summary>An account and its connections, as the API writes them.</summary>
internal sealed record AccountState(Guid Uuid, IReadOnlyList<JObject> Connections);
