using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.Sandbox.CommandLine;

namespace Plannr.Cli.Sandbox;

/// <summary><c>plannr sandbox</c></summary>
internal static class SandboxCommandWithExamples
{
    public static Command Create() => SandboxCommand.Describe(
        new DocumentedCommand(
            "sandbox",
            "",
            "plannr sandbox",
            "plannr sandbox --port 0 --rate-limit 10 --fault latency=2s",
            "# then, in another terminal:",
            "export PLANNR_BASE_URL=http://127.0.0.1:5080 PLANNR_ACCESS_TOKEN=sandbox-token",
            "plannr connections list"),
        "plannr");
}
