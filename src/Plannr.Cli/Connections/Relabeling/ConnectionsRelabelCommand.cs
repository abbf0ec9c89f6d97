using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary><c>plannr connections relabel</c></summary>
internal sealed class ConnectionsRelabelCommand
{
    private const int MaxConcurrency = 100;

    private readonly Option<string> _from = new Option<string>("--from", "-f") { Description = "A CSV file with the columns uuid and label, in UTF-8; - for standard input.", Required = true, HelpName = "file" }.CompletesFiles();
    private readonly Option<string?> _results = new Option<string?>("--results") { Description = "The CSV file for the result of each row. The default for labels.csv is labels.results.csv.", HelpName = "file" }.CompletesFiles();
    private readonly Option<bool> _resume = new("--resume") { Description = "Resume an interrupted run. Rows that have a result are not sent again." };
    private readonly Option<bool> _retryFailed = new("--retry-failed") { Description = "With --resume: send failed rows again." };
    private readonly Option<int> _concurrency = new("--concurrency") { Description = "The maximum number of rows to send at the same time.", DefaultValueFactory = _ => 8, HelpName = "number" };

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "relabel",
            "Update the labels of many connections from a CSV file. The whole file is checked before anything is sent.",
            "plannr connections list --output csv > labels.csv   # then edit the labels",
            "plannr connections relabel --from labels.csv --dry-run",
            "plannr connections relabel --from labels.csv",
            "plannr connections relabel --from labels.csv --resume",
            "plannr connections relabel --from labels.csv --resume --retry-failed");
        var relabel = new ConnectionsRelabelCommand();
        foreach (var option in new Option[] { relabel._from, relabel._results, relabel._resume, relabel._retryFailed, relabel._concurrency })
        {
            command.Options.Add(option);
        }

        relabel._concurrency.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value is < 1 or > MaxConcurrency)
            {
                result.AddError($"--concurrency is {result.Tokens[0].Value}. Set it to a value between 1 and {MaxConcurrency}.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(relabel._retryFailed) && !result.GetValue(relabel._resume))
            {
                result.AddError("--retry-failed requires --resume.");
            }
        });
        var api = new ApiOptions(command, writes: true, isBulk: true);
        command.SetAction(api.Action(relabel.RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        var from = arguments.GetRequiredValue(_from);
        if (from == "-" && session.Settings.TokenFile == "-")
        {
            throw new CommandFailure("Standard input cannot be both the labels and the access token. Use a file for one of them.");
        }

        using var labels = LabelFile.Open(from);
        var path = arguments.GetValue(_results) ?? ResultFile.PathFor(from);
        var earlier = ReadEarlier(path, isResumed: arguments.GetValue(_resume), isWritten: !session.Settings.ShowsCurl && !session.Settings.IsDryRun);
        Check(labels, session.Messages, cancellationToken);
        var plan = RelabelPlan.Of(labels, earlier, arguments.GetValue(_retryFailed), session.Settings.RequestsPerMinute);
        if (session.Settings.ShowsCurl)
        {
            return await ShowCurlAsync(plan, session, cancellationToken);
        }

        if (session.Settings.IsDryRun)
        {
            session.Messages.Result(plan.Forecast(labels.Name, path));
            return ExitCode.Done;
        }

        var plannr = await session.BulkClientAsync(cancellationToken);
        if (earlier is { IsCutOff: true })
        {
            session.Messages.Say($"The last row of {path} is incomplete and is treated as not sent.");
        }

        using (var results = ResultFile.Open(path, earlier))
        {
            using var run = new RelabelRun(plannr, results, plan.Count, session.Secret);
            try
            {
                try
                {
                    await RelabelProgress.ShowAsync(plan.Count, session.Messages, () => run.RunAsync(plan.Rows, arguments.GetValue(_concurrency), cancellationToken));
                }
                finally
                {
                    results.Flush();
                }
            }
            catch (ResultFileException exception)
            {
                session.Messages.Error($"The result file {path} cannot be written: {exception.Message}. {exception.Advice}.");
                throw Stopped("Stopped", ExitCode.Failed, " Rows that were sent but have no result are sent again.");
            }
            catch (OperationCanceledException)
            {
                throw Stopped("Interrupted", ExitCode.Interrupted);
            }
            catch (PlannrApiException exception)
            {
                var failure = ApiFailure.Of(exception);
                session.Messages.Error($"{failure.Sentence} {failure.Advice}");
                throw Stopped("Stopped", failure.ExitCode);
            }
            catch (IOException exception)
            {
                session.Messages.Error($"The label file {labels.Name} cannot be read: {FileProblem.Of(exception)}.");
                throw Stopped("Stopped", ExitCode.Failed);
            }
        }

        return Conclude(plan.Count, path, session.Messages);

        CommandFailure Stopped(string cause, int exitCode, string note = "") => new(
            $"{cause} after {RelabelCount.Number(plan.Count.Finished)} of {RelabelCount.Rows(plan.Count.Total)}. {path} contains their results. Continue with --resume.{note}", exitCode);
    }

    private static EarlierResults? ReadEarlier(string path, bool isResumed, bool isWritten)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        return isResumed ? EarlierResults.Read(path)
            : isWritten ? throw new CommandFailure($"{path} already exists, with the results of an earlier run. Resume that run with --resume, or specify another file with --results.")
            : null;
    }

    private static void Check(LabelFile labels, Messages messages, CancellationToken cancellationToken)
    {
        var (rows, invalid) = labels.Check(messages.Problem, cancellationToken);
        if (invalid > 0)
        {
            throw new CommandFailure($"{RelabelCount.Number(invalid)} of {RelabelCount.Rows(rows)} of {labels.Name} cannot be sent. Correct them, and run the command again. Nothing was sent.");
        }

        if (rows == 0)
        {
            throw new CommandFailure($"{labels.Name} has a header but no rows. Add a row for each connection to relabel.");
        }
    }

    private static async Task<int> ShowCurlAsync(RelabelPlan plan, ApiSession session, CancellationToken cancellationToken)
    {
        foreach (var row in plan.Rows)
        {
            await session.ShowInsteadAsync(
                (plannr, token) => plannr.OAuthConnections.UpdateAsync(row.Uuid, new UpdateOAuthConnectionRequest { Label = row.Label }, token), cancellationToken);
        }

        return ExitCode.Done;
    }

    private static int Conclude(RelabelCount count, string path, Messages messages)
    {
        var earlier = count.Earlier > 0 ? $" ({RelabelCount.Number(count.Earlier)} of them by an earlier run)" : "";
        var summary = $"{RelabelCount.Rows(count.Total)}{earlier}: {RelabelCount.Number(count.Done)} done, {RelabelCount.Number(count.Failed)} failed.";
        if (count.Failed > 0)
        {
            messages.Error($"{summary} {path} contains the reasons. Send these rows again with --resume --retry-failed.");
            return ExitCode.Failed;
        }

        messages.Say($"{summary} {path} contains the results.");
        return ExitCode.Done;
    }
}
