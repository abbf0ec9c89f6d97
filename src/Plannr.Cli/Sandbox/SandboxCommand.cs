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
        var port = new Option<int>("--port") { Description = "The TCP port; 0 takes a free one.", DefaultValueFactory = _ => DefaultPort };
        var listen = new Option<IPAddress>("--listen")
        {
            Description = "The address to listen on. On another than the loopback interface, whoever reaches this machine can use the sandbox.",
            DefaultValueFactory = _ => defaults.ListenAddress,
            CustomParser = ParseAddress,
            HelpName = "address",
        };
        var token = new Option<string[]>("--token")
        {
            Description = "The access token to accept; given several times, several, each with a rate limit of its own.",
            DefaultValueFactory = _ => [defaults.Token],
        };
        var rateLimit = new Option<int>("--rate-limit") { Description = "How many requests each token has in a minute; 0 for no limit.", DefaultValueFactory = _ => defaults.RateLimit };
        var seed = new Option<string?>("--seed") { Description = "A JSON file with the accounts to start with, and their connections and webhook subscriptions.", HelpName = "file.json" }.CompletesFiles();
        var data = new Option<string?>("--data") { Description = "A SQLite file to keep the state in; without one it ends with the sandbox.", HelpName = "file" }.CompletesFiles();
        var fault = new Option<SandboxFault>("--fault")
        {
            Description = $"What goes wrong with every call, separated by commas: {FaultText.Forms}.",
            DefaultValueFactory = _ => SandboxFault.None,
            CustomParser = ParseFault,
            HelpName = "faults",
        };

        var allowCalls = new Option<bool>("--allow-calls") { Description = "Let the tools of the MCP server at /mcp call the sandbox; otherwise they only read its documentation." };
        var allowRemote = new Option<bool>("--allow-remote-webhooks") { Description = "Let POST /sandbox/webhooks/send call other machines; otherwise it only calls this one." };
        var simulateAuthorization = new Option<bool>("--simulate-authorization")
        {
            Description = "Let the authorization URLs of all connections lead to a simulated consent page of the sandbox. Otherwise only those of connections that it makes lead there.",
        };
        var clock = new Option<TimeSpan?>("--clock")
        {
            Description = "The time at which the sandbox's clock starts: a timestamp, or an offset such as +14d. The clock can be moved with POST /sandbox/clock.",
            CustomParser = ParseClock,
            HelpName = "start",
        };
        var log = new Option<bool?>("--log") { Description = "Print a line for each request to the API. The default is true at a terminal, and false otherwise.", HelpName = "true|false" };
        var journal = new Option<int>("--journal") { Description = "The number of requests that GET /sandbox/requests keeps; 0 keeps none.", DefaultValueFactory = _ => defaults.JournalCapacity, HelpName = "requests" };
        var allowHost = new Option<string[]>("--allow-host")
        {
            Description = "A host name under which the sandbox is reached, beside localhost and IP addresses, such as the name of a container. Can be given several times.",
            HelpName = "name",
        };

        var command = new DocumentedCommand(
            "sandbox",
            "Run a local Plannr: the API with state and faults on demand, its documentation in the browser, and an MCP server. Ctrl-C stops it.",
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

        result.AddError($"'{text}' is no IP address, such as 127.0.0.1, or 0.0.0.0 for all.");
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

        result.AddError($"'{text}' is not a start of the clock. Write a timestamp such as 2026-06-08T16:08:03Z, or an offset such as +14d or -1h30m.");
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
