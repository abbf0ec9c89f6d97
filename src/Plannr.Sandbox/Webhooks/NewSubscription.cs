using Newtonsoft.Json.Linq;
using Plannr.Sandbox.State;

namespace Plannr.Sandbox.Webhooks;

/// <summary>Creates new webhook subscriptions.</summary>
/// <param name="secrets">Creates the signing secrets.</param>
/// <param name="timeProvider">The clock of <c>created_at</c> and <c>updated_at</c>.</param>
internal sealed class NewSubscription(SigningSecrets secrets, TimeProvider timeProvider)
{
    /// <summary>Returns a subscription. Its properties have the order of the vendor's reference.</summary>
    /// <param name="given">The given properties. All others have generated values.</param>
    public JObject Complete(JObject given)
    {
        var now = UkTime.Now(timeProvider);
        var subscription = new JObject
        {
            ["uuid"] = Guid.NewGuid().ToString(),
            ["created_at"] = now,
            ["updated_at"] = now,
            ["signing_secret"] = secrets.Next(),
            ["url"] = "",
            ["events"] = new JArray(),
            ["last_outgoing_webhook_call_at"] = JValue.CreateNull(),
        };
        foreach (var (name, value) in given)
        {
            subscription[name] = value!.DeepClone();
        }

        return subscription;
    }
}
