using Plannr.Generated;

namespace Plannr.Cli;

/// <summary>Turns what a command throws into a sentence on standard error and an exit code.</summary>
internal static class Errors
{
    public static async Task<int> ReportAsync(Func<Task> command)
    {
        try
        {
            await command();
            return ExitCode.Done;
        }
        catch (UsageException exception)
        {
            return Say(exception.Message, ExitCode.Usage);
        }
        catch (PlannrApiException<ApiError> exception)
        {
            return Say($"Plannr answered with status {exception.StatusCode}: {TerminalText.Of(exception.Error.Message ?? exception.Message)}", ExitCode.Failed);
        }
        catch (PlannrApiException exception)
        {
            return Say(exception.Message, ExitCode.Failed);
        }
        catch (ArgumentException exception)
        {
            return Say(exception.Message, ExitCode.Usage);
        }
        catch (HttpRequestException exception)
        {
            return Say($"Plannr cannot be reached: {exception.Message}", ExitCode.Failed);
        }
        catch (OperationCanceledException exception) when (exception.InnerException is TimeoutException)
        {
            return Say(exception.Message, ExitCode.Failed);
        }
        catch (OperationCanceledException)
        {
            return Say("Interrupted.", ExitCode.Interrupted);
        }
    }

    private static int Say(string message, int exitCode)
    {
        Console.Error.WriteLine("plannr: " + message);
        return exitCode;
    }
}
