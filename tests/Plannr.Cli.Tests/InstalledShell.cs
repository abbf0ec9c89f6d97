using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests;

/// <summary>
/// A shell that is installed on this machine. If it is missing, the test is skipped, or fails if the environment variable
/// <c>PLANNR_REQUIRE_SHELLS</c> is 1, as in <c>tests/shells.sh</c>.
/// </summary>
internal sealed class InstalledShell(string program) : IDisposable
{
    /// <summary>Gets the folder in which the shell starts.</summary>
    public TestFolder Folder { get; } = new();

    /// <summary>Runs the shell with <c>plannr</c> on its path.</summary>
    /// <param name="environment">The environment variables to set.</param>
    /// <param name="arguments">The arguments of the shell.</param>
    public async Task<BufferedCommandResult> RunAsync(Dictionary<string, string?> environment, params string[] arguments)
    {
        if (PathOf(program) is not { } path)
        {
            var message = $"{program} is not installed. For how to install it, see tests/shells.sh.";
            if (Environment.GetEnvironmentVariable("PLANNR_REQUIRE_SHELLS") == "1")
            {
                Assert.Fail(message);
            }

            Assert.Ignore(message);
            return null!;
        }

        using var commands = new TestFolder();
        commands.Write("plannr", $"#!/bin/sh\nexec '{PlannrProcess.Host}' '{PlannrProcess.Program}' \"$@\"\n", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return await CliWrap.Cli.Wrap(path)
            .WithArguments(arguments)
            .WithWorkingDirectory(Folder.PathOf(""))
            .WithEnvironmentVariables(PlannrProcess.Environment(new(environment)
            {
                ["PATH"] = commands.PathOf("") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            }))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.CurrentContext.CancellationToken);
    }

    public void Dispose() => Folder.Dispose();

    private static string? PathOf(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
