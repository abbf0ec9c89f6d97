using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json.Drift;

namespace Plannr.Runtime.Json;

/// <summary>Reads a buffered object after its discriminator is known.</summary>
/// <param name="json">The object.</param>
/// <param name="path">The path of the object.</param>
/// <param name="depth">The depth of the object.</param>
/// <param name="drift">The collector of the differences from the contract, or null if they are not observed.</param>
internal sealed class SubtypeReader(JObject json, string path, int depth, DriftCollector? drift) : JTokenReader(json, path), IDriftReader
{
    public DriftCollector? Drift => drift;

    /// <inheritdoc/>
    public override int Depth => depth + base.Depth;
}
