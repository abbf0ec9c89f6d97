using Microsoft.Win32.SafeHandles;

namespace Plannr.Cli.Output;

/// <summary>Asks a person, at the terminal.</summary>
internal static class Question
{
    private const int StandardInput = 0;

    /// <summary>Asks a question that only "y" or "yes" affirms.</summary>
    public static async Task<bool> AskAsync(string question, Messages messages, CancellationToken cancellationToken)
    {
        messages.Ask(question + " [y/N] ");
        var answer = await ReadLineAsync(cancellationToken);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>Reads a line from the terminal.</summary>
    // A read does not let go of the terminal, and Ctrl-C is not to wait for it.
    public static Task<string?> ReadLineAsync(CancellationToken cancellationToken) => Task.Run(ReadLine, CancellationToken.None).WaitAsync(cancellationToken);

    // The terminal's own line editing does. Console.In has another, which shows once more what was typed before it was asked for.
    private static string? ReadLine()
    {
        using var input = OperatingSystem.IsWindows()
            ? Console.In
            : new StreamReader(new FileStream(new SafeFileHandle(StandardInput, ownsHandle: false), FileAccess.Read));
        return input.ReadLine();
    }
}
