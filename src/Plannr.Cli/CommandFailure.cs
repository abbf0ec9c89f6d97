namespace Plannr.Cli;

/// <summary>A command cannot do what it was asked to. The message is one sentence on what is wrong, and one on what to do.</summary>
/// <param name="message">The message; never anything secret.</param>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
internal sealed class CommandFailure(string message, int exitCode = ExitCode.Usage) : Exception(message)
{
    public int ExitCode => exitCode;
}
