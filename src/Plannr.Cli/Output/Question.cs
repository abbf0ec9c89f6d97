namespace Plannr.Cli.Output;

/// <summary>Asks a person, at the terminal.</summary>
internal static class Question
{
    /// <summary>Asks a question that only "y" or "yes" affirms.</summary>
    public static async Task<bool> AskAsync(string question, Messages messages, CancellationToken cancellationToken)
    {
        messages.Ask(question + " [y/N] ");
        // The console does not let go of a read, and Ctrl-C is not to wait for it.
        var answer = await Task.Run(Console.In.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
