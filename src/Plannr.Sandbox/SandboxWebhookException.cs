namespace Plannr.Sandbox;

/// <summary>
/// The exception that is thrown when a webhook was not sent, or when its receiver did not respond. The message says why and what to do.
/// A response with the status of an error does not throw: it is a <see cref="WebhookDelivery"/>.
/// </summary>
public sealed class SandboxWebhookException : Exception
{
    internal SandboxWebhookException(int status, string? field, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Status = status;
        Field = field;
    }

    /// <summary>The status that the endpoint of the sandbox responds with.</summary>
    internal int Status { get; }

    /// <summary>The field of the request that is wrong; null if none is.</summary>
    internal string? Field { get; }

    internal static SandboxWebhookException Invalid(string field, string message) => new(StatusCodes.Status422UnprocessableEntity, field, message);
}
