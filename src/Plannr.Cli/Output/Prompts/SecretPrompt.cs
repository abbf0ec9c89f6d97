using System.ComponentModel;
using System.Diagnostics;
using Spectre.Console;

namespace Plannr.Cli.Output.Prompts;

/// <summary>Asks the user for a secret at the terminal, which does not show it.</summary>
internal static class SecretPrompt
{
    /// <summary>Asks for a secret.</summary>
    /// <param name="label">The question.</param>
    /// <param name="messages">Shows the question.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The secret; empty if nothing was typed.</returns>
    /// <exception cref="CommandFailure">The echo of the terminal cannot be turned off.</exception>
    public static async Task<string> AskAsync(string label, Messages messages, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            return await new TextPrompt<string>(label).Secret(mask: null).ShowAsync(Terminal.Error(), cancellationToken);
        }

        // The echo is turned off before the question, because the user may type or paste at once. Console.ReadKey would turn it off too
        // late, as a Unix terminal shows everything that arrives before the program reads keys.
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
            // stty is not installed. The exception below says so.
        }

        throw new CommandFailure("The terminal would show the secret, because the program 'stty' is missing or fails. Pass the secret on standard input or in a file.");
    }
}
