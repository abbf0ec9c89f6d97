namespace Plannr.SampleApi.Models;

/// <summary>What the API received, as text.</summary>
public sealed record Received(Dictionary<string, string?> Values);
