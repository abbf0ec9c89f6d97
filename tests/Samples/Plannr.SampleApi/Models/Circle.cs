namespace Plannr.SampleApi.Models;

/// <summary>A circle.</summary>
public sealed record Circle(string Name, double Radius) : Shape(Name);
