using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Connections;
using Plannr.Sandbox.Journal;

namespace Plannr.Sandbox.Control;

/// <summary>Reads and clears the journal: <c>/sandbox/requests</c> and <c>/sandbox/emails</c>, and the stream of both at <c>/sandbox/events</c>.</summary>
internal static class JournalEndpoints
{
    public static void MapJournal(this IEndpointRouteBuilder control, RequestJournal journal, ExpiryEmails emails, CancellationToken stopping)
    {
        control.MapGet("/requests", () => JsonResponses.List(journal.Requests.Select(JournalJson.Of)));
        control.MapDelete("/requests", () =>
        {
            journal.Clear();
            return JsonResponses.NoContent();
        });
        control.MapGet("/emails", () =>
        {
            emails.Collect();
            return JsonResponses.List(journal.Emails.Select(JournalJson.Of));
        });
        control.MapGet("/events", (HttpContext context) => TypedResults.ServerSentEvents(WatchAsync(journal, context.RequestAborted, stopping)));
    }

    private static async IAsyncEnumerable<SseItem<string>> WatchAsync(RequestJournal journal, CancellationToken aborted, [EnumeratorCancellation] CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        var events = journal.WatchAsync(end.Token).GetAsyncEnumerator(CancellationToken.None);
        await using (events.ConfigureAwait(false))
        {
            // The headers are sent with the first event, so this event shows that the stream is open.
            yield return Describe("opened", []);
            while (await NextAsync(events, end.Token))
            {
                yield return Describe(events.Current);
            }
        }
    }

    // The stream ends when the client disconnects or the sandbox stops. Neither is an error.
    private static async Task<bool> NextAsync(IAsyncEnumerator<JournalEvent> events, CancellationToken end)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return false;
        }
    }

    private static SseItem<string> Describe(JournalEvent item) => item switch
    {
        JournalEvent.Received received => Describe("request", JournalJson.Of(received.Request)),
        JournalEvent.Sent sent => Describe("email", JournalJson.Of(sent.Email)),
        _ => Describe("cleared", []),
    };

    private static SseItem<string> Describe(string type, JObject data) => new(data.ToString(Formatting.None), type);
}
