namespace Plannr.SampleApi.Models;

/// <summary>A tag.</summary>
/// <param name="Name">The name.</param>
/// <param name="Color">The color, or null.</param>
public sealed record Tag(string Name, Color? Color = null);
