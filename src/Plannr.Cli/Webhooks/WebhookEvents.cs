using System.CommandLine;
using System.Reflection;
using Plannr.Cli.Output;
using Plannr.Generated;
using Plannr.Mcp.Documentation;

namespace Plannr.Cli.Webhooks;

/// <summary>The events of webhooks on the command line.</summary>
internal static class WebhookEvents
{
    private const string Description = "An event, such as account.created; Tab completes the events that are known.";

    /// <summary>Gets the events that the contract lists, in alphabetical order.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        .. typeof(WebhookEvent).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(p => p.GetValue(null))
            .OfType<WebhookEvent>()
            .Select(e => e.Value)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Returns the option <c>--event</c> that is given once for each event.</summary>
    public static Option<string[]> OptionForMany()
        => WithChecks(new Option<string[]>("--event", "-e") { Description = Description + " Repeat the option for each event.", Required = true, HelpName = "event" });

    /// <summary>Returns the option <c>--event</c> that is given once.</summary>
    public static Option<string> OptionForOne()
        => WithChecks(new Option<string>("--event", "-e") { Description = Description, Required = true, HelpName = "event" });

    /// <summary>
    /// Warns of each event that the contract does not list. Plannr adds events from time to time (19 in January 2026, 44 in June), so
    /// an event that this tool does not know may exist; whether it does is the server's to say.
    /// </summary>
    public static void Warn(IEnumerable<string> events, Messages messages)
    {
        foreach (var unknown in events.Where(e => !Known.Contains(e)))
        {
            var near = NearMatches.Of(unknown, Known);
            var advice = near.Count > 0 ? NearMatches.Sentence(unknown, Known) : "'plannr contract show' lists the known events under WebhookEvent.";
            messages.Warn($"'{unknown}' is not an event that this version of plannr knows, and is sent as it is. {advice}");
        }
    }

    private static TOption WithChecks<TOption>(TOption option)
        where TOption : Option
    {
        option.CompletionSources.Add(_ => Known.Select(e => new System.CommandLine.Completions.CompletionItem(e)));
        option.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(t => t.Value).Where(t => t.Length == 0 || t.Any(c => c == ',' || char.IsWhiteSpace(c))))
            {
                result.AddError($"'{text}' is not an event, such as account.created. Give --event once for each event.");
            }
        });
        return option;
    }
}
