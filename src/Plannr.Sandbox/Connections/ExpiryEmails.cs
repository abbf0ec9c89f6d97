using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Clock;
using Plannr.Sandbox.Journal;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Connections;

/// <summary>
/// Adds the e-mails to the journal that Plannr would have sent: 14 and 7 days before a connection expires, and when it has expired. The
/// e-mails are collected before a connection changes, and when a caller reads them.
/// </summary>
internal sealed class ExpiryEmails(SandboxState state, RequestJournal journal, SandboxClock clock)
{
    private static readonly (SandboxEmailKind Kind, TimeSpan Before)[] Kinds =
    [
        (SandboxEmailKind.ExpiresIn14Days, TimeSpan.FromDays(14)),
        (SandboxEmailKind.ExpiresIn7Days, TimeSpan.FromDays(7)),
        (SandboxEmailKind.Expired, TimeSpan.Zero),
    ];

    private readonly Lock _lock = new();
    private DateTimeOffset _collected = clock.GetUtcNow();

    /// <summary>Adds the e-mails that have become due since the last call to the journal.</summary>
    /// <returns>The added e-mails, the earliest first.</returns>
    public IReadOnlyList<SandboxEmail> Collect()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            SandboxEmail[] due = [.. state.Connections.SelectMany(c => Of(c.Account, c.Connection)).Where(e => e.SentAt > _collected && e.SentAt <= now).OrderBy(e => e.SentAt)];
            _collected = now;
            foreach (var email in due)
            {
                journal.Add(email);
            }

            return due;
        }
    }

    /// <summary>Restarts at the current time.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _collected = clock.GetUtcNow();
        }
    }

    private static IEnumerable<SandboxEmail> Of(Guid account, JObject connection)
        => DateTimeOffset.TryParse(connection.Value<string>("refresh_token_expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expiry)
            ? Kinds.Where(k => expiry - DateTimeOffset.MinValue > k.Before).Select(k => new SandboxEmail(
                k.Kind, expiry - k.Before, account, ResourceUuid.Of(connection), (connection["provider"] as JObject)?.Value<string>("name"), connection.Value<string>("label"), expiry))
            : [];
}
