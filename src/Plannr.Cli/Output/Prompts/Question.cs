using Microsoft.Win32.SafeHandles;

namespace Plannr.Cli.Output.Prompts;

/// <summary>Asks the user at the terminal.</summary>
internal static class Question
{
    private const int StandardInput = 0;

    /// <summary>Asks for a confirmation. Returns true only for "y" and "yes".</summary>
    public static async Task<bool> AskAsync(string question, Messages messages, CancellationToken cancellationToken)
    {
        messages.Ask(question + " [y/N] ");
        var answer = await ReadLineAsync(cancellationToken);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>Reads a line from the terminal.</summary>
    // A read from the terminal cannot be canceled, and Ctrl-C must not wait for it.
    public static Task<string?> ReadLineAsync(CancellationToken cancellationToken) => Task.Run(ReadLine, CancellationToken.None).WaitAsync(cancellationToken);

    // Not Console.In on Unix, which would show text again that was typed before the question. The terminal itself has line editing.
    private static string? ReadLine()
    {
        using var input = OperatingSystem.IsWindows()
            ? Console.In
            : new StreamReader(new FileStream(new SafeFileHandle(StandardInput, ownsHandle: false), FileAccess.Read));
        return input.ReadLine();
    }
}
