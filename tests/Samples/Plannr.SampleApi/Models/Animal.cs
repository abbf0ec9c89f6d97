using System.Text.Json.Serialization;

namespace Plannr.SampleApi.Models;

/// <summary>An animal, which is no more than that if it has no discriminator.</summary>
[JsonDerivedType(typeof(Animal))]
[JsonDerivedType(typeof(Cat), 1)]
[JsonDerivedType(typeof(Dog), 2)]
public record Animal(string Name);
