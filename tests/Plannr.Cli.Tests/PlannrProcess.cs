using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests;

/// <summary><c>plannr</c> as a process of its own.</summary>
internal static class PlannrProcess
{
    /// <summary>The environment variable that names another <c>plannr</c> to test, as tests/tool.sh does with the one that it installs.</summary>
    private const string Variable = "PLANNR_TESTED_PROGRAM";

    public static string Host => Tested is null ? System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet" : "/usr/bin/env";

    public static string Program => Tested ?? Path.Combine(TestContext.CurrentContext.TestDirectory, "plannr.dll");

    private static string? Tested => System.Environment.GetEnvironmentVariable(Variable);

    private static string NoFolder => Path.Combine(TestContext.CurrentContext.TestDirectory, "no-configuration");

    public static Task<BufferedCommandResult> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public static async Task<BufferedCommandResult> RunAsync(Dictionary<string, string?> environment, params string[] arguments)
        => await Command(environment, arguments).ExecuteBufferedAsync();

    /// <summary>The command, with none of the tester's own Plannr variables.</summary>
    public static Command Command(Dictionary<string, string?> environment, params string[] arguments)
        => CliWrap.Cli.Wrap(Host)
            .WithArguments([Program, .. arguments])
            .WithEnvironmentVariables(Environment(environment))
            .WithValidation(CommandResultValidation.None);

    /// <summary>
    /// The command, in a process that goes on when a limit on the size of its files is reached. A write beyond the limit then fails, as it does
    /// on a full disk.
    /// </summary>
    /// <param name="environment">The environment.</param>
    /// <param name="blocks">The limit from the start, in blocks of 512 bytes; null for none.</param>
    /// <param name="arguments">The command line.</param>
    public static Command CommandWithLimit(Dictionary<string, string?> environment, int? blocks, params string[] arguments)
        => CliWrap.Cli.Wrap("/bin/sh")
            .WithArguments(["-c", $"trap '' XFSZ; {(blocks is { } limit ? $"ulimit -f {limit}; " : "")}exec \"$@\"", "sh", Host, Program, .. arguments])
            // The runtime would need a large file for its executable memory.
            .WithEnvironmentVariables(Environment(new(environment) { ["DOTNET_EnableWriteXorExecute"] = "0" }))
            .WithValidation(CommandResultValidation.None);

    /// <summary>The command, in a process for which files are read-only if their mode says so, also if it runs as root.</summary>
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
            // No profiles, and no store of secrets, of the tester's own.
            ["XDG_CONFIG_HOME"] = NoFolder,
            ["APPDATA"] = NoFolder,
            ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent",
            ["NO_COLOR"] = null,
            // On Windows, commands are then printed for a POSIX shell, as everywhere else.
            ["SHELL"] = "/bin/sh",
            ["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = null,
        }.Concat(environment).GroupBy(v => v.Key).ToDictionary(v => v.Key, v => v.Last().Value);

    /// <summary>All that a run has said, as one text to compare: what went to which stream, and the exit code.</summary>
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
