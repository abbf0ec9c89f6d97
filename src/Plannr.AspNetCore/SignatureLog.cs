using Microsoft.Extensions.Logging;

namespace Plannr.AspNetCore;

/// <summary>The log messages of the category <c>Plannr.AspNetCore</c>. They contain no secrets, signatures or bodies.</summary>
internal static partial class SignatureLog
{
    [LoggerMessage(1, LogLevel.Warning, "A webhook for '{Endpoint}' was refused with status 401: {Reason}.")]
    public static partial void Refused(ILogger logger, string? endpoint, string reason);

    [LoggerMessage(2, LogLevel.Warning, "A webhook for '{Endpoint}' was refused with status 413: its body is larger than MaxBodyBytes ({MaxBodyBytes} bytes).")]
    public static partial void TooLarge(ILogger logger, string? endpoint, int maxBodyBytes);
}
