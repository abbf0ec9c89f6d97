namespace Plannr.Sandbox;

/// <summary>
/// The exception that is thrown if a webhook was not sent or its receiver did not respond. The message contains the reason and what to do.
/// An error response of the receiver does not throw: it is a <see cref="WebhookDelivery"/>.
/// </summary>
public sealed class SandboxWebhookException : Exception
{
    internal SandboxWebhookException(int status, string? field, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Status = status;
        Field = field;
    }

    /// <summary>Gets the status code of the sandbox's endpoint.</summary>
    internal int Status { get; }

    /// <summary>Gets the invalid field of the request; null if there is none.</summary>
    internal string? Field { get; }

    internal static SandboxWebhookException Invalid(string field, string message) => new(StatusCodes.Status422UnprocessableEntity, field, message);
}
