namespace Plannr.SampleApi.Models;

/// <summary>A cat.</summary>
public sealed record Cat(string Name, int Lives) : Animal(Name);
