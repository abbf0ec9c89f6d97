using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Plannr.Cli.Authentication.Profiles;

/// <summary>The names of profiles on the command line and in the environment.</summary>
internal static partial class ProfileName
{
    public const string Variable = "PLANNR_PROFILE";
    public const string Default = "default";
    public const string Sandbox = "sandbox";

    /// <summary>Gets the name of the profile from the environment; null if there is none.</summary>
    /// <exception cref="CommandFailure">The environment contains an invalid name.</exception>
    public static string? OfEnvironment => Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => null,
        var name when Form().IsMatch(name) => name,
        _ => throw new CommandFailure($"{Variable} does not contain the name of a profile. A name has 1 to 64 letters, digits, and characters of '._-', and starts with a letter or digit.", ExitCode.Authentication),
    };

    /// <summary>Creates the option <c>--profile</c>.</summary>
    public static Option<string?> Option(string description)
    {
        var option = new Option<string?>("--profile") { Description = description, HelpName = "name" };
        option.Validators.Add(Check);
        option.CompletionSources.Add(_ => Suggest());
        return option;
    }

    /// <summary>Creates the argument <c>profile</c>.</summary>
    public static Argument<string> Argument(string description)
    {
        var argument = new Argument<string>("profile") { Description = description };
        argument.Validators.Add(Check);
        argument.CompletionSources.Add(_ => Suggest());
        return argument;
    }

    private static void Check(SymbolResult result)
    {
        if (result.Tokens is [{ Value: var name }] && !Form().IsMatch(name))
        {
            result.AddError($"'{name}' is not the name of a profile. A name has 1 to 64 letters, digits, and characters of '._-', and starts with a letter or digit.");
        }
    }

    private static IEnumerable<System.CommandLine.Completions.CompletionItem> Suggest()
    {
        try
        {
            return Task.Run(() => ProfileStore.Default.ReadAsync(CancellationToken.None)).GetAwaiter().GetResult().Profiles.Keys.Select(n => new System.CommandLine.Completions.CompletionItem(n));
        }
        catch (CommandFailure)
        {
            // An error message would disturb the command line that the user is typing. The command itself reports the error.
            return [];
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
    private static partial Regex Form();
}
