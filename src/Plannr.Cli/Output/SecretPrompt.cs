using System.ComponentModel;
using System.Diagnostics;
using Spectre.Console;

namespace Plannr.Cli.Output;

/// <summary>Asks a person for a secret, at the terminal, which does not show it.</summary>
internal static class SecretPrompt
{
    /// <summary>Asks for a secret.</summary>
    /// <param name="label">The question.</param>
    /// <param name="messages">Shows the question.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The secret; empty if nothing was typed.</returns>
    /// <exception cref="CommandFailure">The terminal cannot be told to show nothing.</exception>
    public static async Task<string> AskAsync(string label, Messages messages, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            return await new TextPrompt<string>(label).Secret(mask: null).ShowAsync(Terminal.Error(), cancellationToken);
        }

        // Before the question is shown, as what is typed or pasted at once would be shown otherwise: a terminal on Unix shows what comes
        // before a program reads keys one by one, which is what Console.ReadKey does.
        SetEcho("-echo");
        try
        {
            messages.Ask(label + " ");
            return await Question.ReadLineAsync(cancellationToken) ?? "";
        }
        finally
        {
            SetEcho("echo");
            Console.Error.WriteLine();
        }
    }

    private static void SetEcho(string setting)
    {
        try
        {
            using var stty = Process.Start(new ProcessStartInfo("stty", [setting]))!;
            stty.WaitForExit();
            if (stty.ExitCode == 0)
            {
                return;
            }
        }
        catch (Win32Exception)
        {
            // It is not installed, which is said below.
        }

        throw new CommandFailure("The terminal cannot be told not to show what is typed, as the program 'stty' fails. Give the secret on standard input or in a file.");
    }
}
