using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>An animal. JSON without a discriminator is read as this type.</summary>
[JsonDerivedType(typeof(Animal))]
[JsonDerivedType(typeof(Cat), 1)]
[JsonDerivedType(typeof(Dog), 2)]
public record Animal(string Name);
