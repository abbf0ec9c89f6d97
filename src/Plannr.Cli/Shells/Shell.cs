namespace Plannr.Cli.Shells;

/// <summary>A shell that can run printed commands.</summary>
internal abstract class Shell
{
    /// <summary>Gets the shell for bash, zsh and other POSIX shells.</summary>
    public static Shell Posix { get; } = new PosixShell();

    /// <summary>Gets the shell for PowerShell 5.1 (Windows PowerShell) and later.</summary>
    public static Shell PowerShell { get; } = new PowerShell();

    /// <summary>Gets the shell of this machine: PowerShell on Windows, unless <c>SHELL</c> is set, as in Git Bash; otherwise a POSIX shell.</summary>
    public static Shell Current => OperatingSystem.IsWindows() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SHELL")) ? PowerShell : Posix;

    /// <summary>Returns a command that runs curl.</summary>
    /// <param name="options">The quoted options of curl, each with its value.</param>
    /// <param name="json">The body of the request; null if there is none.</param>
    public abstract string Curl(IEnumerable<string> options, string? json);

    /// <summary>Returns text as a single quoted argument.</summary>
    public abstract string Quote(string text);

    /// <summary>Returns the expression for an environment variable within double quotation marks.</summary>
    public abstract string Variable(string name);
}
