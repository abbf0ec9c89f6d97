using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;
using Plannr.Sandbox;
using Plannr.Sandbox.Clock;
using Plannr.Sandbox.Faults;

namespace Plannr.Cli.Sandbox;

/// <summary><c>plannr sandbox</c></summary>
internal static class SandboxCommand
{
    private const int DefaultPort = 5080;

    public static Command Create()
    {
        var defaults = new PlannrSandboxOptions();
        var port = new Option<int>("--port") { Description = "The TCP port; 0 for any free port.", DefaultValueFactory = _ => DefaultPort };
        var listen = new Option<IPAddress>("--listen")
        {
            Description = "The IP address to listen on. On an address other than loopback, everyone who can reach this machine can use the sandbox.",
            DefaultValueFactory = _ => defaults.ListenAddress,
            CustomParser = ParseAddress,
            HelpName = "address",
        };
        var token = new Option<string[]>("--token")
        {
            Description = "The access token to accept. Repeat the option for several tokens, each with its own rate limit.",
            DefaultValueFactory = _ => [defaults.Token],
        };
        var rateLimit = new Option<int>("--rate-limit") { Description = "The maximum number of requests per minute for each token; 0 for no limit.", DefaultValueFactory = _ => defaults.RateLimit };
        var seed = new Option<string?>("--seed") { Description = "A JSON file with the initial accounts, connections and webhook subscriptions.", HelpName = "file.json" }.CompletesFiles();
        var data = new Option<string?>("--data") { Description = "A SQLite file for the state. Without it, the state is lost when the sandbox stops.", HelpName = "file" }.CompletesFiles();
        var fault = new Option<SandboxFault>("--fault")
        {
            Description = $"The faults of every call, separated by commas: {FaultText.Forms}.",
            DefaultValueFactory = _ => SandboxFault.None,
            CustomParser = ParseFault,
            HelpName = "faults",
        };

        var allowCalls = new Option<bool>("--allow-calls") { Description = "Let the tools of the MCP server at /mcp call the sandbox. By default, they only read its documentation." };
        var allowRemote = new Option<bool>("--allow-remote-webhooks") { Description = "Let POST /sandbox/webhooks/send call other machines. By default, it only calls this machine." };
        var simulateAuthorization = new Option<bool>("--simulate-authorization")
        {
            Description = "Use a simulated consent page of the sandbox as the authorization URL of all connections. By default, only connections that the sandbox creates use it.",
        };
        var clock = new Option<TimeSpan?>("--clock")
        {
            Description = "The initial time of the sandbox's clock: a timestamp, or an offset such as +14d. POST /sandbox/clock changes the time.",
            CustomParser = ParseClock,
            HelpName = "start",
        };
        var log = new Option<bool?>("--log") { Description = "Print a line for each request to the API. The default is true at a terminal, and false otherwise.", HelpName = "true|false" };
        var journal = new Option<int>("--journal") { Description = "The maximum number of requests that GET /sandbox/requests returns; 0 for none.", DefaultValueFactory = _ => defaults.JournalCapacity, HelpName = "requests" };
        var allowHost = new Option<string[]>("--allow-host")
        {
            Description = "A host name of the sandbox in addition to localhost and IP addresses, such as the name of a container. Repeat the option for several names.",
            HelpName = "name",
        };

        var command = new DocumentedCommand(
            "sandbox",
            "Run a local Plannr: a stateful API with faults on demand, its documentation in the browser, and an MCP server. Ctrl-C stops it.",
            "plannr sandbox",
            "plannr sandbox --port 0 --rate-limit 10 --fault latency=2s",
            "# then, in another terminal:",
            "export PLANNR_BASE_URL=http://127.0.0.1:5080 PLANNR_ACCESS_TOKEN=sandbox-token",
            "plannr connections list")
        {
            port, listen, allowHost, token, seed, data, rateLimit, fault, simulateAuthorization, clock, log, journal, allowCalls, allowRemote,
        };
        command.SetAction((arguments, cancellationToken) => SandboxRun.RunAsync(
            new PlannrSandboxOptions
            {
                Port = arguments.GetValue(port),
                ListenAddress = arguments.GetRequiredValue(listen),
                Token = arguments.GetRequiredValue(token)[0],
                OtherTokens = arguments.GetRequiredValue(token)[1..],
                RateLimit = arguments.GetValue(rateLimit),
                SeedFile = arguments.GetValue(seed),
                DataFile = arguments.GetValue(data),
                Fault = arguments.GetRequiredValue(fault),
                AllowMcpCalls = arguments.GetValue(allowCalls),
                AllowRemoteWebhooks = arguments.GetValue(allowRemote),
                AllowedHosts = arguments.GetValue(allowHost) ?? [],
                SimulateAuthorization = arguments.GetValue(simulateAuthorization),
                ClockOffset = arguments.GetValue(clock),
                JournalCapacity = arguments.GetValue(journal),
                Log = arguments.GetValue(log) ?? !Console.IsOutputRedirected ? Console.Out : null,
            },
            cancellationToken));
        return command;
    }

    private static IPAddress? ParseAddress(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (IPAddress.TryParse(text == "localhost" ? "127.0.0.1" : text, out var address))
        {
            return address;
        }

        result.AddError($"'{text}' is not an IP address, such as 127.0.0.1, or 0.0.0.0 for all interfaces.");
        return null;
    }

    private static TimeSpan? ParseClock(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (text is ['+' or '-', ..] && DurationText.Parse(text[1..]) is { } offset)
        {
            return text[0] == '+' ? offset : -offset;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start))
        {
            return start - TimeProvider.System.GetUtcNow();
        }

        result.AddError($"'{text}' is not a valid time. Write a timestamp such as 2026-06-08T16:08:03Z, or an offset such as +14d or -1h30m.");
        return null;
    }

    private static SandboxFault? ParseFault(ArgumentResult result)
    {
        try
        {
            return SandboxFault.Parse(result.Tokens.Single().Value);
        }
        catch (FormatException exception)
        {
            result.AddError(exception.Message);
            return null;
        }
    }
}
