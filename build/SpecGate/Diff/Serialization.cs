using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>How a value is written into a request, with OpenAPI's defaults for what is not said.</summary>
internal sealed record Serialization(string Style, bool IsExploded, bool AllowsReserved)
{
    /// <param name="node">A parameter or an encoding.</param>
    /// <param name="place">Where the parameter stands; null for an encoding, which is written like a query.</param>
    public static Serialization Of(SourceMap node, string? place)
    {
        var style = node.Text("style") ?? (place is "path" or "header" ? "simple" : "form");
        return new Serialization(style, node.Has("explode") ? node.Text("explode") == "true" : style == "form", node.Text("allowReserved") == "true");
    }
}
