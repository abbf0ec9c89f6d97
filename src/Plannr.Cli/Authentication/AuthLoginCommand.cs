using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Prompts;

namespace Plannr.Cli.Authentication;

/// <summary><c>plannr auth login</c></summary>
internal static class AuthLoginCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "login",
            "Save an access token in a profile, which becomes the current profile. The token is saved in the system's store for secrets: Windows data protection, the keychain of macOS, or the Secret Service of Linux. "
            + "If there is none, the token is saved in a file that only you can read, with a message. One request checks the token first.",
            "plannr auth login",
            "pass show plannr | plannr auth login --profile north",
            "plannr auth login --sandbox");
        var options = new AuthLoginOptions(command);
        command.SetAction((arguments, cancellationToken) =>
        {
            var secret = new Secret();
            var messages = new Messages(Verbosity.Normal, secret);
            return CommandRun.RunAsync(messages, async () =>
            {
                var login = new AuthLogin(options.Profile(arguments), options.Account(arguments), messages, secret);
                if (options.IsSandbox(arguments))
                {
                    await login.SaveSandboxAsync(cancellationToken);
                    return ExitCode.Done;
                }

                var server = options.Server(arguments);
                var token = await ReadTokenAsync(options.TokenFile(arguments), messages, cancellationToken);
                await login.SaveTokenAsync(token, server, options.IsInsecure(arguments), cancellationToken);
                return ExitCode.Done;
            });
        });
        return command;
    }

    private static async Task<AccessToken> ReadTokenAsync(string? file, Messages messages, CancellationToken cancellationToken)
    {
        if (file is not null || Console.IsInputRedirected)
        {
            return await AccessToken.ReadFileAsync(file ?? "-", cancellationToken);
        }

        if (!Terminal.CanAsk)
        {
            throw new CommandFailure("The command cannot prompt for the access token, because standard error is not a terminal. Pass a file with --token-file.", ExitCode.Authentication);
        }

        messages.Ask("Create a personal access token in Plannr (Settings, Account Details), and paste it here. It is not shown.\n");
        return AccessToken.OfInput(await SecretPrompt.AskAsync("Access token:", messages, cancellationToken));
    }
}
