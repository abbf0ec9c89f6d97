using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Api;
using Plannr.Sandbox.Clock;
using Plannr.Sandbox.Journal;

namespace Plannr.Sandbox.Control;

/// <summary>Reads and moves the sandbox's clock: <c>/sandbox/clock</c>.</summary>
internal static class ClockEndpoints
{
    private const string Expected = """{"advance": "14d"}""";
    private const string Alternative = """{"now": "2027-01-31T09:00:00Z"}""";

    private static readonly string[] Fields = ["advance", "now"];

    public static void MapClock(this IEndpointRouteBuilder control, SandboxParts parts)
    {
        control.MapGet("/clock", () => Describe(parts, parts.Emails.Collect()));
        control.MapPost("/clock", (HttpRequest request) => MoveAsync(parts, request));
    }

    private static JsonResponse Describe(SandboxParts parts, IReadOnlyList<SandboxEmail> emails) => JsonResponses.Ok(new JObject
    {
        ["now"] = parts.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
        ["offset_seconds"] = Math.Round(parts.Clock.Offset.TotalSeconds, 3),
        ["emails"] = new JArray(emails.Select(JournalJson.Of)),
    });

    private static async Task<JsonResponse> MoveAsync(SandboxParts parts, HttpRequest request)
    {
        var (body, refusal) = await ControlBody.ReadAsync(request, Expected, fields => Validation.UnknownKeys.Find(fields, Fields));
        if (body is null)
        {
            return refusal!;
        }

        var emails = await parts.AdvanceTimeAsync((body.Text("advance"), body.Text("now")) switch
        {
            ({ } advance, null) => Duration(advance),
            (null, { } now) => Until(parts.Clock, now),
            _ => throw new SandboxInputException("advance", $"The body must have either advance or now, as in {Expected} or {Alternative}."),
        });
        return Describe(parts, emails);
    }

    private static TimeSpan Duration(string text)
        => DurationText.Parse(text) ?? throw new SandboxInputException("advance", $"'{text}' is not a duration. Write it as {DurationText.Forms}.");

    private static TimeSpan Until(SandboxClock clock, string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            throw new SandboxInputException("now", $"'{text}' is not a timestamp. Write it as in {Alternative}.");
        }

        var now = clock.GetUtcNow();
        return time >= now
            ? time - now
            : throw new SandboxInputException("now", $"The clock cannot be moved back from {now:O}. POST /sandbox/reset returns to the start.");
    }
}
