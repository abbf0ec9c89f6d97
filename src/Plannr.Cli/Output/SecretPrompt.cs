using Spectre.Console;

namespace Plannr.Cli.Output;

/// <summary>Asks a person for a secret, at the terminal, which does not show it.</summary>
internal static class SecretPrompt
{
    public static Task<string> AskAsync(string label, CancellationToken cancellationToken)
        => new TextPrompt<string>(label).Secret(mask: null).ShowAsync(Terminal.Error(), cancellationToken);
}
