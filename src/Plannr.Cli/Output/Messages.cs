using Microsoft.Extensions.Logging;

namespace Plannr.Cli.Output;

/// <summary>
/// What a command says beside its data, on standard error. It is the client's log too: warnings, such as a retry, are said
/// unless the command is to be quiet; the rest, such as timings, if it is to be verbose.
/// </summary>
internal sealed class Messages(Verbosity verbosity, Secret secret) : ILoggerFactory, ILogger
{
    public Verbosity Verbosity => verbosity;

    /// <summary>The level that the client's log starts at to be said; a progress bar leaves no room for what it shows itself.</summary>
    public LogLevel LeastLevel { get; set; } = verbosity switch { Verbosity.Quiet => LogLevel.None, Verbosity.Verbose => LogLevel.Debug, _ => LogLevel.Warning };

    /// <summary>Says what is wrong, and what to do.</summary>
    public void Error(string message) => Write("plannr: " + message);

    /// <summary>Says what is wrong with a line of a file, in a line that starts with the place.</summary>
    public void Problem(string message) => Write(message);

    /// <summary>Warns of something that is done nevertheless, unless the command is to be quiet.</summary>
    public void Warn(string message) => Say("plannr: Warning: " + message);

    /// <summary>Says what was done, unless the command is to be quiet.</summary>
    public void Say(string message)
    {
        if (verbosity != Verbosity.Quiet)
        {
            Write(message);
        }
    }

    /// <summary>Says what was asked for, however quiet the command is to be.</summary>
    public void Answer(string message) => Write(message);

    /// <summary>Says something that a person is to answer, however quiet the command is to be.</summary>
    public void Ask(string question) => Console.Error.Write(TerminalText.Lines(secret.RemoveFrom(question)));

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The messages go to standard error and nowhere else.");

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LeastLevel && logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // There is no other token to ask for; what comes of the rejection is said as an error.
        if (IsEnabled(logLevel) && (eventId.Name != "TokenRejected" || verbosity == Verbosity.Verbose))
        {
            Error(formatter(state, exception));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Standard error is the process's.
    }

    private void Write(string message) => Console.Error.WriteLine(TerminalText.Lines(secret.RemoveFrom(message)));
}
