using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Contracts.Verification;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Json;
using Plannr.Client;
using Plannr.Sandbox.Contracts;

namespace Plannr.Cli.Contracts;

/// <summary><c>plannr contract verify</c></summary>
internal static class ContractVerifyCommand
{
    private const string Text = "text";
    private const string Markdown = "markdown";

    public static Command Create()
    {
        var connection = new Option<Guid?>("--connection")
        {
            Description = "The UUID of a connection to also update, with its current label.",
            HelpName = "uuid",
            CustomParser = result => UuidArgument.Parse(result, "of a connection"),
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The format of the report: text, json, markdown.",
            DefaultValueFactory = _ => Text,
            HelpName = $"{Text}|{RecordOutput.Json}|{Markdown}",
        };
        output.AcceptOnlyFromAmong(Text, RecordOutput.Json, Markdown);
        var command = new DocumentedCommand(
            "verify",
            "Compare the responses of the server with the contract: statuses, headers, media types, and each property with its type and format. The command calls only operations that do not change data. "
            + "The report contains no values. The exit code is 1 if there are differences, or 6 if an operation could not be called (3 for an invalid token, 5 for the rate limit).",
            "plannr contract verify",
            "plannr contract verify --sandbox",
            $"plannr contract verify --connection {UuidArgument.Example} --output markdown")
        {
            connection,
            output,
        };
        var api = new ApiOptions(command);
        api.SuggestFor(connection, ApiCompletion.ConnectionsAsync);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            var contract = await Contract.LoadAsync(cancellationToken);
            if (session.Settings.ShowsCurl)
            {
                await ShowRequestsAsync(session, contract, cancellationToken);
                return ExitCode.Done;
            }

            var plannr = await session.ClientAsync(cancellationToken);
            var report = await new ContractVerifier(plannr.HttpClient, session.Server, contract).RunAsync(arguments.GetValue(connection), cancellationToken);
            var text = arguments.GetRequiredValue(output) switch
            {
                RecordOutput.Json => VerificationOutput.ToJson(report),
                Markdown => VerificationOutput.ToMarkdown(report),
                _ => VerificationOutput.ToText(report),
            };
            await TextOutput.WriteAsync(session.Secret.RemoveFrom(text), cancellationToken);
            return report.ExitCode;
        }));
        return command;
    }

    // Operations with a path parameter are left out, because the parameter comes from the response of another operation.
    private static async Task ShowRequestsAsync(ApiSession session, Contract contract, CancellationToken cancellationToken)
    {
        foreach (var operation in ContractVerifier.Readable(await ContractOperations.OfAsync(contract)).Where(o => !o.Path.Contains('{', StringComparison.Ordinal)))
        {
            await session.ShowInsteadAsync(
                async (plannr, token) =>
                {
                    var client = ((PlannrClient)plannr).HttpClient;
                    using var request = ContractVerifier.Request(client.BaseAddress ?? session.Server, operation.Method, operation.Path);
                    using var response = await client.SendAsync(request, token);
                },
                cancellationToken);
        }
    }
}
