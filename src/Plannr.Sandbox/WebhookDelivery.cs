namespace Plannr.Sandbox;

/// <summary>How a receiver responded to a webhook.</summary>
/// <param name="StatusCode">The status of the response. Redirects are not followed, so it may be 300 to 399.</param>
/// <param name="Duration">The time from the start of the request until the headers of the response had arrived.</param>
public sealed record WebhookDelivery(int StatusCode, TimeSpan Duration);
