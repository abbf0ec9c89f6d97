using System.CommandLine;
using System.Reflection;
using Plannr.Cli.Output;
using Plannr.Generated;
using Plannr.Mcp.Documentation;

namespace Plannr.Cli.Webhooks;

/// <summary>The options for events of webhooks.</summary>
internal static class WebhookEvents
{
    private const string Description = "An event, such as account.created. Tab completes known events.";

    /// <summary>Gets the events that the contract lists, in alphabetical order.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        .. typeof(WebhookEvent).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(p => p.GetValue(null))
            .OfType<WebhookEvent>()
            .Select(e => e.Value)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Creates the option <c>--event</c> for several events.</summary>
    public static Option<string[]> OptionForMany()
        => WithChecks(new Option<string[]>("--event", "-e") { Description = Description + " Repeat the option for each event.", Required = true, HelpName = "event" });

    /// <summary>Creates the option <c>--event</c> for one event.</summary>
    public static Option<string> OptionForOne()
        => WithChecks(new Option<string>("--event", "-e") { Description = Description, Required = true, HelpName = "event" });

    /// <summary>
    /// Writes a warning for each event that the contract does not list. Plannr adds events from time to time (19 in January 2026, 44 in
    /// June), so an unknown event may exist. The server decides.
    /// </summary>
    public static void Warn(IEnumerable<string> events, Messages messages)
    {
        foreach (var unknown in events.Where(e => !Known.Contains(e)))
        {
            var near = NearMatches.Of(unknown, Known);
            var advice = near.Count > 0 ? NearMatches.Sentence(unknown, Known) : "'plannr contract show' lists the known events under WebhookEvent.";
            messages.Warn($"'{unknown}' is not a known event of this version of plannr, but is sent anyway. {advice}");
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
                result.AddError($"'{text}' is not an event, such as account.created. Repeat --event for each event.");
            }
        });
        return option;
    }
}
