namespace Plannr.Sandbox;

/// <summary>The response of a receiver to a webhook.</summary>
/// <param name="StatusCode">The status code of the response. Redirects are not followed, so it may be 300 to 399.</param>
/// <param name="Duration">The time from the start of the request to the arrival of the response headers.</param>
public sealed record WebhookDelivery(int StatusCode, TimeSpan Duration);
