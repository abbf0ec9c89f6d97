using Microsoft.Extensions.Logging;

namespace Plannr.Cli.Output;

/// <summary>
/// Writes the messages of a command to standard error. It is the client's logger too: it writes warnings, such as retries, unless the
/// command is quiet, and details, such as timings, if the command is verbose.
/// </summary>
internal sealed class Messages(Verbosity verbosity, Secret secret) : ILoggerFactory, ILogger
{
    public Verbosity Verbosity => verbosity;

    /// <summary>Gets or sets the minimum level of log messages that are written. A progress bar turns them off.</summary>
    public LogLevel MinLevel { get; set; } = verbosity switch { Verbosity.Quiet => LogLevel.None, Verbosity.Verbose => LogLevel.Debug, _ => LogLevel.Warning };

    /// <summary>Writes an error.</summary>
    public void Error(string message) => Write("plannr: " + message);

    /// <summary>Writes a problem in a file. The message starts with the position.</summary>
    public void Problem(string message) => Write(message);

    /// <summary>Writes a warning, unless the command is quiet.</summary>
    public void Warn(string message) => Say("plannr: Warning: " + message);

    /// <summary>Writes information, unless the command is quiet.</summary>
    public void Say(string message)
    {
        if (verbosity != Verbosity.Quiet)
        {
            Write(message);
        }
    }

    /// <summary>Writes the result of a command, even if it is quiet.</summary>
    public void Result(string message) => Write(message);

    /// <summary>Writes a question to the user, even if the command is quiet.</summary>
    public void Ask(string question) => Console.Error.Write(TerminalText.Lines(secret.RemoveFrom(question)));

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Messages are only written to standard error.");

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= MinLevel && logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // The rejection of a token is reported as an error anyway, because the command has no other token.
        if (IsEnabled(logLevel) && (eventId.Name != "TokenRejected" || verbosity == Verbosity.Verbose))
        {
            Error(formatter(state, exception));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Standard error belongs to the process.
    }

    private void Write(string message) => Console.Error.WriteLine(TerminalText.Lines(secret.RemoveFrom(message)));
}
