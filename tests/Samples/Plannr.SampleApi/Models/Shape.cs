using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>A shape. The discriminator is a string.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
public abstract record Shape(string Name);
