using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests;

/// <summary><c>plannr</c> as a process of its own.</summary>
internal static class PlannrProcess
{
    public static Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<BufferedCommandResult> RunAsync(Dictionary<string, string?> environment, params string[] arguments)
        => await Command(environment, arguments).ExecuteBufferedAsync();

    /// <summary>The command, with none of the tester's own Plannr variables.</summary>
    public static Command Command(Dictionary<string, string?> environment, params string[] arguments)
        => CliWrap.Cli.Wrap(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
            .WithArguments([Path.Combine(TestContext.CurrentContext.TestDirectory, "plannr.dll"), .. arguments])
            .WithEnvironmentVariables(new Dictionary<string, string?>
            {
                ["PLANNR_ACCESS_TOKEN"] = null,
                ["PLANNR_BASE_URL"] = null,
                ["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = null,
            }.Concat(environment).GroupBy(v => v.Key).ToDictionary(v => v.Key, v => v.Last().Value))
            .WithValidation(CommandResultValidation.None);
}
