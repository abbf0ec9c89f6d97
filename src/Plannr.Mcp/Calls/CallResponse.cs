namespace Plannr.Mcp.Calls;

/// <summary>A response of the API.</summary>
internal sealed record CallResponse(int Status, string? RateLimitRemaining, string Body);
