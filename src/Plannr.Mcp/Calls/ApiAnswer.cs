namespace Plannr.Mcp.Calls;

/// <summary>What the API answered.</summary>
internal sealed record ApiAnswer(int Status, string? RateLimitRemaining, string Body);
