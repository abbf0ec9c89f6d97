using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Json;
using Plannr.Cli.Watching;
using Plannr.Generated;

namespace Plannr.Cli.Connections;

/// <summary><c>plannr connections list</c></summary>
internal sealed class ConnectionsListCommand
{
    private readonly RecordOutput _output;
    private readonly ConnectionFilter _filter;
    private readonly WatchOption _watch;

    private ConnectionsListCommand(Command command)
    {
        _output = new RecordOutput(command, typeof(OAuthConnection), RecordOutput.Table, RecordOutput.Json, RecordOutput.Csv);
        _filter = new ConnectionFilter(command);
        _watch = new WatchOption(command);
    }

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "list",
            "List the OAuth2 connections.",
            "plannr connections list",
            "plannr connections list --expired --expires-within 7d --sort refresh_token_expires_at",
            "plannr connections list --provider fundment --json uuid,label",
            "plannr connections list --output json | jq -r '.data[].label'",
            "plannr connections list --output csv > labels.csv",
            "plannr connections list --watch",
            "plannr connections list --sandbox");
        command.Aliases.Add("ls");
        var list = new ConnectionsListCommand(command);
        var api = new ApiOptions(command);
        list._filter.SuggestFor(api);
        command.SetAction(api.Action(list.RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        if (await session.ShowInsteadAsync((plannr, token) => plannr.OAuthConnections.ListAsync(token), cancellationToken))
        {
            return ExitCode.Done;
        }

        if (_watch.IntervalOf(arguments) is { } interval)
        {
            if (_output.FormatOf(arguments) != RecordOutput.Table)
            {
                throw new CommandFailure("--watch cannot be combined with --json, or with --output other than table. Leave out one of them.");
            }

            await LiveScreen.RunAsync(interval, session, token => DrawAsync(arguments, session, token), cancellationToken);
        }

        var (body, connections) = await ReadAsync(arguments, session, cancellationToken);
        switch (_output.FormatOf(arguments))
        {
            case RecordOutput.Json:
                await _output.WriteJsonAsync(body, connections, isWhole: !_filter.IsGiven(arguments), arguments, session.Secret, cancellationToken);
                break;
            case RecordOutput.Csv:
                ConnectionCsv.Write(connections.Select(c => c.Json), session.Secret);
                break;
            default:
                if (connections.Count == 0)
                {
                    session.Messages.Say(NoneText(arguments));
                    break;
                }

                ConnectionTable.Of(connections.Select(c => c.Value), session.Secret).Write();
                break;
        }

        return ExitCode.Done;
    }

    private async Task<(string Body, IReadOnlyList<Received<OAuthConnection>> Connections)> ReadAsync(ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        var plannr = await session.ClientAsync(cancellationToken);
        var response = await plannr.OAuthConnections.ListWithResponseAsync(cancellationToken);
        var body = response.ResponseBody!;
        return (body, _filter.Apply(ReceivedList.Of(body, response.Value.Data), arguments, TimeProvider.System.GetUtcNow()));
    }

    private async Task<IReadOnlyList<string>> DrawAsync(ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        var (_, connections) = await ReadAsync(arguments, session, cancellationToken);
        return connections.Count == 0 ? [NoneText(arguments)] : Terminal.Lines(ConnectionTable.Of(connections.Select(c => c.Value), session.Secret).WriteTo);
    }

    private string NoneText(ParseResult arguments) => _filter.IsGiven(arguments) ? "No connections match." : "There are no connections.";
}
