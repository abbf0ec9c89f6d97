namespace Plannr.SampleApi.Models;

/// <summary>A square, which can have a shape in it.</summary>
public sealed record Square(string Name, double Side, Shape? Inner) : Shape(Name);
