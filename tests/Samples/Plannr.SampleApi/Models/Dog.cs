namespace Plannr.SampleApi.Models;

/// <summary>A dog.</summary>
public sealed record Dog(string Name, bool Barks) : Animal(Name);
