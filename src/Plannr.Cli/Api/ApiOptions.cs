using System.CommandLine;
using System.CommandLine.Completions;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;
using Plannr.Cli.Output;
using Plannr.Cli.Sandbox;
using Plannr.Client;

namespace Plannr.Cli.Api;

/// <summary>The options of every command that calls the API.</summary>
internal sealed class ApiOptions
{
    /// <summary>The rate limit of Plannr (https://api-how-to.plannrcrm.com).</summary>
    public const int DocumentedRequestsPerMinute = 500;

    private const int MaxRequestsPerMinute = 1_000_000;
    private const int MaxRetries = 100;

    private readonly Option<bool> _sandbox = new("--sandbox") { Description = "Use a sandbox inside this process instead of Plannr. It needs no access token." };
    private readonly Option<string?> _tokenFile = new Option<string?>("--token-file") { Description = "A file with the access token, or - for standard input. Other users must not be able to read the file; on Windows, this is not checked.", HelpName = "file" }.CompletesFiles();
    private readonly Option<string?> _profile = ProfileName.Option("The profile to use instead of the current one; 'plannr auth login' creates profiles. PLANNR_ACCESS_TOKEN and --token-file take precedence over profiles.");
    private readonly Option<Guid?> _account = new("--account")
    {
        Description = "The UUID of the account to use if the token's user has several; 'plannr accounts list' shows it.",
        HelpName = "uuid",
        CustomParser = result => UuidArgument.Parse(result, "of an account"),
    };

    private readonly Option<int> _retries = new("--retries")
    {
        Description = "The maximum number of retries after a transient failure.",
        DefaultValueFactory = _ => 3,
        HelpName = "number",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print only data and errors." };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Print the duration of calls, retries, and the remaining rate limit." };
    private readonly Option<bool> _curl = new("--curl") { Description = "Print the equivalent curl command without sending anything. It is for PowerShell on Windows, and for a POSIX shell elsewhere." };
    private readonly Option<bool>? _dryRun;
    private readonly Option<int>? _rateLimit;

    /// <summary>Initializes a new instance of the class, and adds the options to a command.</summary>
    /// <param name="command">The command that gets the options.</param>
    /// <param name="writes">Whether the command changes data, and so has the option <c>--dry-run</c>.</param>
    /// <param name="isBulk">Whether the command sends many requests, and so has the option <c>--rate-limit</c>.</param>
    public ApiOptions(Command command, bool writes = false, bool isBulk = false)
    {
        if (isBulk)
        {
            _rateLimit = new Option<int>("--rate-limit")
            {
                Description = "The maximum number of requests per minute; 0 for no limit, which only a sandbox accepts.",
                DefaultValueFactory = _ => DocumentedRequestsPerMinute,
                HelpName = "number",
            };
            AddRange(_rateLimit, MaxRequestsPerMinute);
            command.Options.Add(_rateLimit);
        }

        if (writes)
        {
            _dryRun = new Option<bool>("--dry-run") { Description = "Print the requests without sending them." };
            command.Options.Add(_dryRun);
        }

        SuggestFor(_account, ApiCompletion.AccountsAsync);
        AddRange(_retries, MaxRetries);
        foreach (var option in new Option[] { _curl, _sandbox, _profile, _tokenFile, _account, _retries, _quiet, _verbose })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_quiet) && result.GetValue(_verbose))
            {
                result.AddError("--quiet and --verbose cannot be combined. Use only one of them.");
            }

            if (result.GetValue(_sandbox) && result.GetValue(_tokenFile) is not null)
            {
                result.AddError("--sandbox has its own token and cannot be combined with --token-file. Use only one of them.");
            }

            if (result.GetValue(_profile) is not null && (result.GetValue(_sandbox) || result.GetValue(_tokenFile) is not null))
            {
                result.AddError("--profile has its own token and cannot be combined with --sandbox or --token-file. Use only one of them.");
            }
        });
    }

    /// <summary>Returns the settings from the command line.</summary>
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

    /// <summary>Adds suggestions from the API to an argument.</summary>
    public void SuggestFor(Argument argument, Func<PlannrClient, CancellationToken, Task<IEnumerable<CompletionItem>>> list)
        => argument.CompletionSources.Add(context => Suggest(context, list));

    /// <summary>Adds suggestions from the API to an option.</summary>
    public void SuggestFor(Option option, Func<PlannrClient, CancellationToken, Task<IEnumerable<CompletionItem>>> list)
        => option.CompletionSources.Add(context => Suggest(context, list));

    /// <summary>Returns an action that runs a command with a session.</summary>
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

    private static void AddRange(Option<int> option, int max)
        => option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < 0 || value > max))
            {
                result.AddError($"{option.Name} is {value}. Set it to a value between 0 and {max}.");
            }
        });
}
