namespace Plannr.Sandbox;

/// <summary>
/// A webhook was not sent, or its receiver did not respond. The message says why and what to do. A response with an error's status
/// is no exception, but the result.
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
