using System.CommandLine;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Tests;

/// <summary>
/// Runs commands of <c>plannr</c> in the process of the tests, which is faster than <see cref="PlannrProcess"/>. Each run changes the
/// environment variables, standard output and standard error of the process, so the tests must not run in parallel with others.
/// </summary>
internal static class PlannrInProcess
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        Dictionary<string, string?> environment, string[] arguments, CancellationToken cancellationToken = default)
    {
        // NO_COLOR turns the progress bar off.
        var variables = PlannrProcess.Environment(new(environment) { ["NO_COLOR"] = "1" });
        var earlier = variables.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        var (earlierOutput, earlierError) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var error = new StringWriter();
        try
        {
            Set(variables);
            Console.SetOut(output);
            Console.SetError(error);
            var configuration = new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null };
            var exitCode = await PlannrCommand.Create().Parse(arguments).InvokeAsync(configuration, cancellationToken);
            return (exitCode, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(earlierOutput);
            Console.SetError(earlierError);
            Set(earlier);
        }
    }

    private static void Set(Dictionary<string, string?> variables)
    {
        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
