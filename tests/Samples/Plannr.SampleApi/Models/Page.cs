namespace Plannr.SampleApi.Models;

/// <summary>A page of a list.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int? Next);
