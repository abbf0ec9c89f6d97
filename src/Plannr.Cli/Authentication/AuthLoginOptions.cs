using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;

namespace Plannr.Cli.Authentication;

/// <summary>The options of <c>plannr auth login</c>.</summary>
internal sealed class AuthLoginOptions
{
    private readonly Option<string?> _profile = ProfileName.Option($"The name of the profile. The default is '{ProfileName.Default}', or '{ProfileName.Sandbox}' with --sandbox. A profile of the same name is replaced.");
    private readonly Option<bool> _sandbox = new("--sandbox") { Description = "Create a profile that uses a sandbox inside the process. It needs no access token." };
    private readonly Option<string?> _tokenFile = new Option<string?>("--token-file") { Description = "A file with the access token, or - for standard input. The default is a prompt, or standard input if it is not a terminal.", HelpName = "file" }.CompletesFiles();
    private readonly Option<string?> _baseUrl = new("--base-url") { Description = $"The server of the profile. The default is {ServerAddress.Variable}, or else Plannr.", HelpName = "url" };
    private readonly Option<bool> _insecureStorage = new("--insecure-storage") { Description = "Save the token in the file of the profiles, which only you can read, even if the system has a store for secrets." };
    private readonly Option<Guid?> _account = new("--account")
    {
        Description = "The UUID of the account of the profile if the token's user has several.",
        HelpName = "uuid",
        CustomParser = result => UuidArgument.Parse(result, "of an account"),
    };

    public AuthLoginOptions(Command command)
    {
        foreach (var option in new Option[] { _profile, _sandbox, _tokenFile, _account, _baseUrl, _insecureStorage })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_sandbox) && (result.GetValue(_tokenFile) is not null || result.GetValue(_baseUrl) is not null))
            {
                result.AddError("--sandbox has its own token and address and cannot be combined with --token-file or --base-url. Leave them out.");
            }
        });
    }

    public bool IsSandbox(ParseResult arguments) => arguments.GetValue(_sandbox);

    public string Profile(ParseResult arguments) => arguments.GetValue(_profile) ?? (IsSandbox(arguments) ? ProfileName.Sandbox : ProfileName.Default);

    public string? TokenFile(ParseResult arguments) => arguments.GetValue(_tokenFile);

    public Guid? Account(ParseResult arguments) => arguments.GetValue(_account);

    public bool IsInsecure(ParseResult arguments) => arguments.GetValue(_insecureStorage);

    /// <summary>Returns the server, or null for Plannr.</summary>
    /// <exception cref="CommandFailure">The token must not be sent to the server.</exception>
    public Uri? Server(ParseResult arguments) => arguments.GetValue(_baseUrl) is { } url ? ServerAddress.Of(url, "--base-url") : ServerAddress.OfEnvironment();
}
