namespace Plannr.SampleApi.Models;

/// <summary>The received values as text.</summary>
public sealed record Received(Dictionary<string, string?> Values);
