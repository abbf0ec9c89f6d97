namespace Plannr.Cli;

/// <summary>The exception that is thrown if a command fails. The message says what is wrong and what to do.</summary>
/// <param name="message">The message, which must not contain secrets.</param>
/// <param name="exitCode">A constant of <see cref="ExitCode"/>.</param>
internal sealed class CommandFailure(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    public int ExitCode => exitCode;
}
