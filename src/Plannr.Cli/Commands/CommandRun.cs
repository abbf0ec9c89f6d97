using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Commands;

/// <summary>Runs a command, and converts its exceptions to messages on standard error and exit codes.</summary>
internal static class CommandRun
{
    public static async Task<int> RunAsync(Messages messages, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (CommandFailure failure)
        {
            return Say(failure.Message, failure.ExitCode);
        }
        catch (PlannrApiException exception)
        {
            var failure = ApiFailure.Of(exception);
            return Say($"{failure.Sentence} {failure.Advice}".TrimEnd(), failure.ExitCode);
        }
        catch (OperationCanceledException)
        {
            return Say("Interrupted.", ExitCode.Interrupted);
        }
        // The messages of exceptions for invalid arguments and for files contain their names.
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return Say(exception.Message, ExitCode.Usage);
        }

        int Say(string message, int exitCode)
        {
            messages.Error(message);
            return exitCode;
        }
    }
}
