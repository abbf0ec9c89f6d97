using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests;

/// <summary>Runs <c>plannr</c> as a process.</summary>
internal static class PlannrProcess
{
    /// <summary>The environment variable with the path of another <c>plannr</c> to test. tests/tool.sh sets it to the <c>plannr</c> that it installs.</summary>
    private const string Variable = "PLANNR_TESTED_PROGRAM";

    public static string Host => Tested is null ? System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet" : "/usr/bin/env";

    public static string Program => Tested ?? Path.Combine(TestContext.CurrentContext.TestDirectory, "plannr.dll");

    private static string? Tested => System.Environment.GetEnvironmentVariable(Variable);

    private static string MissingFolder => Path.Combine(TestContext.CurrentContext.TestDirectory, "no-configuration");

    public static Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<BufferedCommandResult> RunAsync(Dictionary<string, string?> environment, params string[] arguments)
        => await Command(environment, arguments).ExecuteBufferedAsync();

    /// <summary>Returns a command that does not use the Plannr variables and profiles of the user who runs the tests.</summary>
    public static Command Command(Dictionary<string, string?> environment, params string[] arguments)
        => CliWrap.Cli.Wrap(Host)
            .WithArguments([Program, .. arguments])
            .WithEnvironmentVariables(Environment(environment))
            .WithValidation(CommandResultValidation.None);

    /// <summary>
    /// Returns a command whose process keeps running when a file reaches the limit on its size. Writes beyond the limit then fail, as on a
    /// full disk.
    /// </summary>
    /// <param name="environment">The environment variables to set.</param>
    /// <param name="blocks">The limit at the start, in blocks of 512 bytes, or null for no limit.</param>
    /// <param name="arguments">The arguments of the command.</param>
    public static Command CommandWithLimit(Dictionary<string, string?> environment, int? blocks, params string[] arguments)
        => CliWrap.Cli.Wrap("/bin/sh")
            .WithArguments(["-c", $"trap '' XFSZ; {(blocks is { } limit ? $"ulimit -f {limit}; " : "")}exec \"$@\"", "sh", Host, Program, .. arguments])
            // Otherwise, the runtime creates a large file for its executable memory.
            .WithEnvironmentVariables(Environment(new(environment) { ["DOTNET_EnableWriteXorExecute"] = "0" }))
            .WithValidation(CommandResultValidation.None);

    /// <summary>Returns a command whose process cannot write to read-only files, even if it runs as root.</summary>
    public static Command CommandWithoutPrivilege(Dictionary<string, string?> environment, params string[] arguments)
        => !System.Environment.IsPrivilegedProcess
            ? Command(environment, arguments)
            : CliWrap.Cli.Wrap("setpriv")
                .WithArguments(["--bounding-set=-dac_override,-dac_read_search", Host, Program, .. arguments])
                .WithEnvironmentVariables(Environment(environment))
                .WithValidation(CommandResultValidation.None);

    public static Dictionary<string, string?> Environment(Dictionary<string, string?> environment)
        => new Dictionary<string, string?>
        {
            ["PLANNR_ACCESS_TOKEN"] = null,
            ["PLANNR_BASE_URL"] = null,
            ["PLANNR_WEBHOOK_SECRET"] = null,
            ["PLANNR_PROFILE"] = null,
            // These hide the profiles and the secret store of the user who runs the tests.
            ["XDG_CONFIG_HOME"] = MissingFolder,
            ["APPDATA"] = MissingFolder,
            ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent",
            ["NO_COLOR"] = null,
            // Makes plannr print commands for a POSIX shell on Windows too.
            ["SHELL"] = "/bin/sh",
            ["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = null,
        }.Concat(environment).GroupBy(v => v.Key).ToDictionary(v => v.Key, v => v.Last().Value);

    /// <summary>Returns the output on each stream and the exit code of a run as one text.</summary>
    public static string Transcript(BufferedCommandResult result, params string[] arguments)
    {
        var text = new StringBuilder($"$ plannr {string.Join(' ', arguments)}\n");
        text.Append(Scrubbed.Of(result.StandardOutput));
        if (result.StandardError.Length > 0)
        {
            text.Append("--- standard error\n").Append(Scrubbed.Of(result.StandardError));
        }

        return text.Append("--- exit code ").Append(result.ExitCode).ToString();
    }
}
