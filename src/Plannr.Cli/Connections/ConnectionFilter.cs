using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Plannr.Cli.Api;
using Plannr.Cli.Output.Json;
using Plannr.Generated;
using Plannr.Sandbox.Clock;

namespace Plannr.Cli.Connections;

/// <summary>
/// The options of <c>plannr connections list</c> that filter and sort connections. The operation of the API has no parameters, so it always
/// returns all connections.
/// </summary>
internal sealed class ConnectionFilter
{
    private const string Ascending = "asc";
    private const string Descending = "desc";

    private static readonly Dictionary<string, Func<OAuthConnection, IComparable?>> Keys = new()
    {
        ["label"] = c => c.Label?.ToUpperInvariant() ?? "",
        ["provider"] = c => ConnectionTable.ProviderOf(c)?.ToUpperInvariant() ?? "",
        ["created_at"] = c => c.CreatedAt,
        ["updated_at"] = c => c.UpdatedAt,
        // Tokens that do not expire come last.
        ["access_token_expires_at"] = c => c.AccessTokenExpiresAt ?? DateTimeOffset.MaxValue,
        ["refresh_token_expires_at"] = c => c.RefreshTokenExpiresAt ?? DateTimeOffset.MaxValue,
    };

    private readonly Option<bool> _expired = new("--expired") { Description = "Only connections whose refresh token has expired." };
    private readonly Option<TimeSpan?> _expiresWithin = new("--expires-within")
    {
        Description = "Only connections whose refresh token expires within this time: a number with m, h, d or w for minutes, hours, days or weeks. With --expired, also connections whose refresh token has expired.",
        HelpName = "7d",
        CustomParser = ParseDuration,
    };

    private readonly Option<string[]> _provider = new("--provider") { Description = "Only connections to this provider, by its case-insensitive name or label. Repeat the option for several providers.", HelpName = "name" };
    private readonly Option<string?> _sort = new("--sort")
    {
        Description = $"Sort by a field: {string.Join(", ", Keys.Keys)}. The default is the order of the API.",
        HelpName = "field",
    };

    private readonly Option<string> _order = new("--order") { Description = "The order of --sort.", DefaultValueFactory = _ => Ascending, HelpName = $"{Ascending}|{Descending}" };
    private readonly Option<int?> _limit = new("--limit", "-L") { Description = "The maximum number of connections to show.", HelpName = "number" };

    /// <summary>Initializes a new instance of the class, and adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public ConnectionFilter(Command command)
    {
        _sort.AcceptOnlyFromAmong([.. Keys.Keys]);
        _order.AcceptOnlyFromAmong(Ascending, Descending);
        foreach (var option in new Option[] { _expired, _expiresWithin, _provider, _sort, _order, _limit })
        {
            command.Options.Add(option);
        }

        _limit.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value < 1)
            {
                result.AddError($"--limit is {value}. Set it to 1 or more.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(_order) is { Implicit: false } && result.GetValue(_sort) is null)
            {
                result.AddError("--order requires --sort. Add --sort with a field.");
            }
        });
    }

    /// <summary>Adds suggestions for the providers of existing connections.</summary>
    public void SuggestFor(ApiOptions api) => api.SuggestFor(_provider, ApiCompletion.ProvidersAsync);

    /// <summary>Returns whether the command line has one of the options.</summary>
    public bool IsGiven(ParseResult arguments)
        => new Option[] { _expired, _expiresWithin, _provider, _sort, _limit }.Any(o => arguments.GetResult(o) is { Implicit: false });

    /// <summary>Returns the connections filtered and sorted as the command line specifies.</summary>
    public IReadOnlyList<Received<OAuthConnection>> Apply(IReadOnlyList<Received<OAuthConnection>> connections, ParseResult arguments, DateTimeOffset now)
    {
        var (expired, within, providers) = (arguments.GetValue(_expired), arguments.GetValue(_expiresWithin), arguments.GetValue(_provider) ?? []);
        var selected = connections.Where(c => IsExpiryWanted(c.Value.RefreshTokenExpiresAt - now, expired, within) && (providers.Length == 0 || providers.Any(p => IsOf(c.Value, p))));
        if (arguments.GetValue(_sort) is { } sort)
        {
            var key = Keys[sort];
            selected = arguments.GetRequiredValue(_order) == Descending ? selected.OrderByDescending(c => key(c.Value)) : selected.OrderBy(c => key(c.Value));
        }

        return [.. arguments.GetValue(_limit) is { } limit ? selected.Take(limit) : selected];
    }

    private static bool IsExpiryWanted(TimeSpan? left, bool expired, TimeSpan? within)
        => (!expired && within is null) || (expired && left <= TimeSpan.Zero) || (left > TimeSpan.Zero && left <= within);

    private static bool IsOf(OAuthConnection connection, string provider)
        => string.Equals(connection.Provider?.Name, provider, StringComparison.OrdinalIgnoreCase)
            || string.Equals(connection.Provider?.Label, provider, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? ParseDuration(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (DurationText.Parse(text) is { } duration && duration > TimeSpan.Zero)
        {
            return duration;
        }

        result.AddError($"'{text}' is not a duration. Write a number with m, h, d or w for minutes, hours, days or weeks, such as 7d.");
        return null;
    }
}
