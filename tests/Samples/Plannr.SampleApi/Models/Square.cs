namespace Plannr.SampleApi.Models;

/// <summary>A square that can contain a shape.</summary>
public sealed record Square(string Name, double Side, Shape? Inner) : Shape(Name);
