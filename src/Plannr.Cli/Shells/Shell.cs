namespace Plannr.Cli.Shells;

/// <summary>A shell that printed commands are for.</summary>
internal abstract class Shell
{
    /// <summary>Gets bash, zsh, and other shells that follow POSIX.</summary>
    public static Shell Posix { get; } = new PosixShell();

    /// <summary>Gets PowerShell, 5.1 (Windows PowerShell) or later.</summary>
    public static Shell PowerShell { get; } = new PowerShell();

    /// <summary>Gets the shell of this machine: PowerShell on Windows, unless <c>SHELL</c> is set there, as in Git Bash; a POSIX shell elsewhere.</summary>
    public static Shell Current => OperatingSystem.IsWindows() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SHELL")) ? PowerShell : Posix;

    /// <summary>Returns a command that runs curl.</summary>
    /// <param name="options">The options of curl, each with its value, quoted.</param>
    /// <param name="json">The body of the request; null for none.</param>
    public abstract string Curl(IEnumerable<string> options, string? json);

    /// <summary>Returns a text as one argument.</summary>
    public abstract string Quote(string text);

    /// <summary>Returns the expression that, between double quotation marks, stands for the value of an environment variable.</summary>
    public abstract string Variable(string name);
}
