using System.Globalization;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Sandbox.Api;

/// <summary>The operations on webhook subscriptions, by their operationId.</summary>
internal sealed class WebhookSubscriptionOperations(SandboxState state, NewSubscription newSubscription, TimeProvider timeProvider)
{
    private const string DefaultSort = "-created_at";

    public Dictionary<string, Func<ApiCall, Task<JsonResponse>>> ById => new()
    {
        ["WebhookSubscriptions_List"] = ListAsync,
        ["WebhookSubscriptions_Create"] = CreateAsync,
        ["WebhookSubscriptions_Get"] = GetAsync,
        ["WebhookSubscriptions_Update"] = UpdateAsync,
    };

    private async Task<JsonResponse> ListAsync(ApiCall call)
    {
        var uuids = Items(call, "filter[uuid]").Select(Guid.Parse).ToHashSet();
        var urls = Items(call, "filter[url]").ToHashSet(StringComparer.Ordinal);
        var subscriptions = (await state.ListAsync(ResourceKind.WebhookSubscription, call.Account))
            .Where(s => uuids.Count == 0 || uuids.Contains(ResourceUuid.Of(s)))
            .Where(s => urls.Count == 0 || urls.Contains(s.Value<string>("url")!));
        return JsonResponses.List(Sort(subscriptions, call.Query["sort"].LastOrDefault() ?? DefaultSort));
    }

    private async Task<JsonResponse> CreateAsync(ApiCall call)
    {
        var body = (JObject)call.Body!;
        if (!WebhookUrl.TryParse(body.Value<string>("url")!, out _))
        {
            return LaravelErrors.Of([("url", [$"The url field {WebhookUrl.Expected}."])]);
        }

        var subscription = newSubscription.Complete(new JObject { ["url"] = body["url"], ["events"] = body["events"] });
        return await state.AddAsync(ResourceKind.WebhookSubscription, call.Account, subscription)
            ? JsonResponses.Created(subscription)
            : JsonResponses.Error(StatusCodes.Status403Forbidden, $"There is no account {call.Account} in the sandbox: a reset has removed it.");
    }

    private async Task<JsonResponse> GetAsync(ApiCall call)
        => await state.FindAsync(ResourceKind.WebhookSubscription, call.Account, Uuid(call)) is { } subscription ? JsonResponses.Ok(subscription) : NotFound();

    private async Task<JsonResponse> UpdateAsync(ApiCall call)
        => await state.UpdateAsync(ResourceKind.WebhookSubscription, call.Account, Uuid(call), s => Change(s, (JObject)call.Body!)) is { } subscription
            ? JsonResponses.Ok(subscription)
            : NotFound();

    // According to the documentation, the URL cannot be changed. It is ignored, like any unknown property.
    private void Change(JObject subscription, JObject changes)
    {
        subscription["events"] = changes["events"]!.DeepClone();
        subscription["updated_at"] = UkTime.Now(timeProvider);
    }

    // Timestamps have whole seconds. Subscriptions with equal timestamps are sorted in the order in which they were added.
    private static IReadOnlyList<JObject> Sort(IEnumerable<JObject> subscriptions, string sort)
    {
        var sorted = subscriptions.OrderBy(s => DateTimeOffset.Parse(s.Value<string>(sort.TrimStart('-'))!, CultureInfo.InvariantCulture));
        return [.. sort.StartsWith('-') ? sorted.Reverse() : sorted];
    }

    // A comma in a URL is a separator too, because it cannot be distinguished from a separator after the query is decoded.
    private static IEnumerable<string> Items(ApiCall call, string parameter)
        => call.Query[parameter].OfType<string>().SelectMany(text => text.Split(','));

    // The contract requires a UUID, so the value is valid.
    private static Guid Uuid(ApiCall call) => Guid.Parse(call.PathValues["uuid"]);

    private static JsonResponse NotFound() => JsonResponses.Error(StatusCodes.Status404NotFound, "The webhook subscription was not found.");
}
