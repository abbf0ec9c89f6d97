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

    public Dictionary<string, Func<ApiCall, Task<Answer>>> ById => new()
    {
        ["WebhookSubscriptions_List"] = ListAsync,
        ["WebhookSubscriptions_Create"] = CreateAsync,
        ["WebhookSubscriptions_Get"] = GetAsync,
        ["WebhookSubscriptions_Update"] = UpdateAsync,
    };

    private async Task<Answer> ListAsync(ApiCall call)
    {
        var uuids = Items(call, "filter[uuid]").Select(Guid.Parse).ToHashSet();
        var urls = Items(call, "filter[url]").ToHashSet(StringComparer.Ordinal);
        var subscriptions = (await state.ListAsync(ResourceKind.WebhookSubscription, call.Account))
            .Where(s => uuids.Count == 0 || uuids.Contains(ResourceUuid.Of(s)))
            .Where(s => urls.Count == 0 || urls.Contains(s.Value<string>("url")!));
        return Answers.List(Sort(subscriptions, call.Query["sort"].LastOrDefault() ?? DefaultSort));
    }

    private async Task<Answer> CreateAsync(ApiCall call)
    {
        var body = (JObject)call.Body!;
        if (!WebhookUrl.TryParse(body.Value<string>("url")!, out _))
        {
            return LaravelErrors.Of([("url", [$"The url field {WebhookUrl.Expected}."])]);
        }

        var subscription = newSubscription.Complete(new JObject { ["url"] = body["url"], ["events"] = body["events"] });
        return await state.AddAsync(ResourceKind.WebhookSubscription, call.Account, subscription)
            ? Answers.Created(subscription)
            : Answers.Error(StatusCodes.Status403Forbidden, $"There is no account {call.Account} in the sandbox any more: a reset has removed it.");
    }

    private async Task<Answer> GetAsync(ApiCall call)
        => await state.FindAsync(ResourceKind.WebhookSubscription, call.Account, Uuid(call)) is { } subscription ? Answers.Ok(subscription) : NotFound();

    private async Task<Answer> UpdateAsync(ApiCall call)
        => await state.UpdateAsync(ResourceKind.WebhookSubscription, call.Account, Uuid(call), s => Change(s, (JObject)call.Body!)) is { } subscription
            ? Answers.Ok(subscription)
            : NotFound();

    // The URL cannot be changed by what is documented; like any other unknown property, it is ignored.
    private void Change(JObject subscription, JObject changes)
    {
        subscription["events"] = changes["events"]!.DeepClone();
        subscription["updated_at"] = UkTime.Now(timeProvider);
    }

    // Timestamps have whole seconds. Of two that are equal, the subscription that was added later counts as the later one.
    private static IReadOnlyList<JObject> Sort(IEnumerable<JObject> subscriptions, string sort)
    {
        var sorted = subscriptions.OrderBy(s => DateTimeOffset.Parse(s.Value<string>(sort.TrimStart('-'))!, CultureInfo.InvariantCulture));
        return [.. sort.StartsWith('-') ? sorted.Reverse() : sorted];
    }

    // A comma in a URL also separates, as it is encoded in the query and so cannot be told from a separator once it is decoded.
    private static IEnumerable<string> Items(ApiCall call, string parameter)
        => call.Query[parameter].OfType<string>().SelectMany(text => text.Split(','));

    // The contract has seen to it that it is one.
    private static Guid Uuid(ApiCall call) => Guid.Parse(call.PathValues["uuid"]);

    private static Answer NotFound() => Answers.Error(StatusCodes.Status404NotFound, "The webhook subscription was not found.");
}
