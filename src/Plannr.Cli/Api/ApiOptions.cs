using System.CommandLine;
using System.CommandLine.Completions;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;
using Plannr.Cli.Output;
using Plannr.Cli.Sandbox;
using Plannr.Client;

namespace Plannr.Cli.Api;

/// <summary>The options that every command has which calls the API.</summary>
internal sealed class ApiOptions
{
    /// <summary>What Plannr allows (https://api-how-to.plannrcrm.com).</summary>
    public const int DocumentedRequestsPerMinute = 500;

    private const int MostRequestsPerMinute = 1_000_000;
    private const int MostRetries = 100;

    private readonly Option<bool> _sandbox = new("--sandbox") { Description = "Talk to a sandbox inside this process instead of Plannr; it needs no access token." };
    private readonly Option<string?> _tokenFile = new Option<string?>("--token-file") { Description = "A file with the access token, or - for standard input. A file that other users can read is refused; on Windows, this is not checked.", HelpName = "file" }.CompletesFiles();
    private readonly Option<string?> _profile = ProfileName.Option("The profile to use instead of the current one; 'plannr auth login' creates profiles. PLANNR_ACCESS_TOKEN and --token-file go before it.");
    private readonly Option<Guid?> _account = new("--account")
    {
        Description = "The UUID of the account to work for, where the token's user has several; 'plannr accounts list' shows it.",
        HelpName = "uuid",
        CustomParser = result => UuidArgument.Parse(result, "of an account"),
    };

    private readonly Option<int> _retries = new("--retries")
    {
        Description = "How often a request that failed in passing is sent again.",
        DefaultValueFactory = _ => 3,
        HelpName = "number",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing but data and errors." };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say how long calls took, what was tried again, and how much is left of the rate limit." };
    private readonly Option<bool> _curl = new("--curl") { Description = "Print the curl command that does the same, for PowerShell on Windows and for a POSIX shell elsewhere, and send nothing." };
    private readonly Option<bool>? _dryRun;
    private readonly Option<int>? _rateLimit;

    /// <param name="command">The command that gets the options.</param>
    /// <param name="writes">Whether it changes what is there, and so can be tried without.</param>
    /// <param name="isBulk">Whether it sends so much that the rate limit matters.</param>
    public ApiOptions(Command command, bool writes = false, bool isBulk = false)
    {
        if (isBulk)
        {
            _rateLimit = new Option<int>("--rate-limit")
            {
                Description = "How many requests to send in a minute at most; 0 for no limit, which only a sandbox takes.",
                DefaultValueFactory = _ => DocumentedRequestsPerMinute,
                HelpName = "number",
            };
            AddRange(_rateLimit, MostRequestsPerMinute);
            command.Options.Add(_rateLimit);
        }

        if (writes)
        {
            _dryRun = new Option<bool>("--dry-run") { Description = "Say what would be sent, and send nothing." };
            command.Options.Add(_dryRun);
        }

        SuggestFor(_account, ApiCompletion.AccountsAsync);
        AddRange(_retries, MostRetries);
        foreach (var option in new Option[] { _curl, _sandbox, _profile, _tokenFile, _account, _retries, _quiet, _verbose })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_quiet) && result.GetValue(_verbose))
            {
                result.AddError("--quiet and --verbose exclude each other. Give one of them.");
            }

            if (result.GetValue(_sandbox) && result.GetValue(_tokenFile) is not null)
            {
                result.AddError("--sandbox has a token of its own, and takes none with --token-file. Give one of them.");
            }

            if (result.GetValue(_profile) is not null && (result.GetValue(_sandbox) || result.GetValue(_tokenFile) is not null))
            {
                result.AddError("--profile has a token of its own, and excludes --sandbox and --token-file. Give one of them.");
            }
        });
    }

    /// <summary>What the command line says.</summary>
    public ApiSettings Read(ParseResult arguments) => new()
    {
        ToSandbox = arguments.GetValue(_sandbox),
        TokenFile = arguments.GetValue(_tokenFile),
        ProfileName = arguments.GetValue(_profile),
        Account = arguments.GetValue(_account),
        Retries = arguments.GetValue(_retries),
        RequestsPerMinute = _rateLimit is null ? DocumentedRequestsPerMinute : arguments.GetValue(_rateLimit),
        Verbosity = arguments.GetValue(_quiet) ? Verbosity.Quiet : arguments.GetValue(_verbose) ? Verbosity.Verbose : Verbosity.Normal,
        ShowsCurl = arguments.GetValue(_curl),
        IsDryRun = _dryRun is not null && arguments.GetValue(_dryRun),
    };

    /// <summary>Suggests values of an argument that the API knows.</summary>
    public void SuggestFor(Argument argument, Func<PlannrClient, CancellationToken, Task<IEnumerable<CompletionItem>>> list)
        => argument.CompletionSources.Add(context => Suggest(context, list));

    /// <summary>Suggests values of an option that the API knows.</summary>
    public void SuggestFor(Option option, Func<PlannrClient, CancellationToken, Task<IEnumerable<CompletionItem>>> list)
        => option.CompletionSources.Add(context => Suggest(context, list));

    /// <summary>Makes what a command does out of what it does with a session.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> Action(Func<ParseResult, ApiSession, CancellationToken, Task<int>> command)
        => async (arguments, cancellationToken) =>
        {
            var settings = Read(arguments);
            var secret = new Secret();
            var messages = new Messages(settings.Verbosity, secret);
            return await CommandRun.RunAsync(messages, async () =>
            {
                var selected = await settings.SelectProfileAsync(messages, cancellationToken);
                // Before the command reads standard input, which would then be missing elsewhere.
                if (selected.ToSandbox && InnerSandbox.RunElsewhere() is { } exitCode)
                {
                    return exitCode;
                }

                await using var session = new ApiSession(selected, messages, secret);
                return await command(arguments, session, cancellationToken);
            });
        };

    private IEnumerable<CompletionItem> Suggest(CompletionContext context, Func<PlannrClient, CancellationToken, Task<IEnumerable<CompletionItem>>> list)
        => ApiCompletion.Suggest(
            () => new ApiSettings
            {
                ToSandbox = context.ParseResult.GetValue(_sandbox),
                TokenFile = context.ParseResult.GetValue(_tokenFile),
                ProfileName = context.ParseResult.GetValue(_profile),
            },
            list);

    private static void AddRange(Option<int> option, int most)
        => option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < 0 || value > most))
            {
                result.AddError($"{option.Name} is {value}. Set it to something between 0 and {most}.");
            }
        });
}
