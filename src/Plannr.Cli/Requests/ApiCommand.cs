using System.CommandLine;
using System.Net.Http.Headers;
using System.Text;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Json;
using Plannr.Client;

namespace Plannr.Cli.Requests;

/// <summary><c>plannr api</c></summary>
internal sealed class ApiCommand
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    private readonly Argument<string> _method = new("method") { Description = $"The HTTP method: {string.Join(", ", Methods)}.", HelpName = "method", CustomParser = result => result.Tokens.Single().Value.ToUpperInvariant() };
    private readonly Argument<string> _path = new("path") { Description = "The path of the request, including the query." };
    private readonly RequestFields _fields;
    private readonly Option<string?> _input = new Option<string?>("--input") { Description = "A file with the body of the request, which is JSON, or - for standard input.", HelpName = "file" }.CompletesFiles();
    private readonly Option<bool> _showSecret = new("--show-secret") { Description = $"Show signing secrets of webhooks, which are {Secret.Mask} by default." };

    private ApiCommand(Command command)
    {
        _method.Validators.Add(result =>
        {
            if (!Methods.Contains(result.Tokens.Single().Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError($"'{TerminalText.Of(result.Tokens.Single().Value)}' is not a valid method. Use one of {string.Join(", ", Methods)}.");
            }
        });
        _method.CompletionSources.Add(Methods);
        command.Arguments.Add(_method);
        command.Arguments.Add(_path);
        _fields = new RequestFields(command);
        command.Options.Add(_input);
        command.Options.Add(_showSecret);
    }

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "api",
            "Send any request to the API, with the same token, account, retries and rate limit as other commands. Prints the body of the response, even of an error.",
            "plannr api GET /api/v1/me",
            "plannr api GET '/api/v2/webhook-subscriptions' -f 'filter[url]=https://api.example.com/webhooks'",
            $"plannr api PUT /api/v1/oauth/connections/{UuidArgument.Example} -f label=\"My Fundment Account 1\"",
            "plannr api POST /api/v2/webhook-subscriptions -f url=https://api.example.com/webhooks -f 'events[]=account.created'",
            "plannr api POST /api/v2/webhook-subscriptions --input subscription.json");
        var api = new ApiCommand(command);
        command.SetAction(new ApiOptions(command, writes: true).Action(api.RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_input) == "-" && session.Settings.TokenFile == "-")
        {
            throw new CommandFailure("Standard input cannot be both the body and the access token. Use a file for one of them.");
        }

        var body = await BodyAsync(arguments, cancellationToken);
        if (await session.ShowInsteadAsync((plannr, token) => SendAsync((PlannrClient)plannr, arguments, body, token), cancellationToken))
        {
            return ExitCode.Done;
        }

        var response = await SendAsync(await session.ClientAsync(cancellationToken), arguments, body, cancellationToken);
        await WriteAsync(response, arguments, session, cancellationToken);
        return response.Error is null ? ExitCode.Done : throw response.Error;
    }

    private async Task<RawResponse> SendAsync(PlannrClient plannr, ParseResult arguments, string? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(arguments.GetRequiredValue(_method)),
            RequestPath.UrlOf(plannr.HttpClient.BaseAddress!, arguments.GetRequiredValue(_path), IsInQuery(arguments) ? _fields.Query(arguments) : []));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        return await RawResponse.SendAsync(plannr.HttpClient, request, cancellationToken);
    }

    private bool IsInQuery(ParseResult arguments) => arguments.GetRequiredValue(_method) == "GET" || arguments.GetValue(_input) is not null;

    private async Task<string?> BodyAsync(ParseResult arguments, CancellationToken cancellationToken)
        => arguments.GetValue(_input) is { } file ? await BodyFile.ReadJsonAsync(file, cancellationToken)
            : IsInQuery(arguments) ? null
            : _fields.Body(arguments);

    private async Task WriteAsync(RawResponse response, ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        if (response.Body.Length == 0)
        {
            return;
        }

        var body = response.IsJson && !arguments.GetValue(_showSecret) ? MaskedJson.Of(response.Body, "signing_secret") : response.Body;
        if (response.IsJson)
        {
            await ReceivedJson.WriteAsync(body, session.Secret, cancellationToken);
        }
        else
        {
            await TextOutput.WriteAsync(Terminal.ShowsOutput ? TerminalText.Lines(session.Secret.RemoveFrom(body)) : session.Secret.RemoveFrom(body), cancellationToken);
        }
    }
}
