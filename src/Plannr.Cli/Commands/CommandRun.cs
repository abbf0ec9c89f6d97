using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Commands;

/// <summary>Runs a command, and turns what it throws into a sentence on standard error and an exit code.</summary>
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
        // What is thrown for arguments that cannot be sent, and for files, names them.
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
