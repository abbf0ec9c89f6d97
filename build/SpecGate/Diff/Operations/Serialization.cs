using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>The style of a value in a request, with OpenAPI's defaults.</summary>
internal sealed record Serialization(string Style, bool IsExploded, bool AllowsReserved)
{
    /// <summary>Returns the style of a parameter or an encoding.</summary>
    /// <param name="node">The parameter or encoding.</param>
    /// <param name="place">The location of the parameter; null for an encoding, which is written like a query parameter.</param>
    public static Serialization Of(SourceMap node, string? place)
    {
        var style = node.Text("style") ?? (place is "path" or "header" ? "simple" : "form");
        return new Serialization(style, node.Has("explode") ? node.Text("explode") == "true" : style == "form", node.Text("allowReserved") == "true");
    }
}
