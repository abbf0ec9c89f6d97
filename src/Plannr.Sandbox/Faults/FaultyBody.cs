using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Faults;

/// <summary>Applies a fault to the body of a response.</summary>
internal static class FaultyBody
{
    /// <summary>The name of the first property that a fault adds, and the prefix of the names of the others.</summary>
    public const string UnknownAttribute = "sandbox_unknown";

    private const string Expiry = "expires_at";

    public static void Apply(JToken body, SandboxFault fault)
    {
        var objects = body.SelfAndDescendants().OfType<JObject>().ToArray();
        foreach (var item in objects)
        {
            Blank(item, fault.BlankExpiry);
            if (fault.AddsUnknownAttributes)
            {
                // Values that clients often change by mistake: text that looks like a date, trailing zeros, and Newtonsoft's special names.
                item[UnknownAttribute] = "2024-03-04T05:06:07.120Z";
                item[UnknownAttribute + "_number"] = 12.50m;
                item[UnknownAttribute + "_null"] = JValue.CreateNull();
                item[UnknownAttribute + "_object"] = new JObject { ["$type"] = "text", ["items"] = new JArray(1, "two", JValue.CreateNull()) };
            }
        }
    }

    private static IEnumerable<JToken> SelfAndDescendants(this JToken token) => token is JContainer container ? container.DescendantsAndSelf() : [token];

    private static void Blank(JObject item, BlankExpiry form)
    {
        if (form == BlankExpiry.None)
        {
            return;
        }

        foreach (var expiry in item.Properties().Where(p => p.Name == Expiry || p.Name.EndsWith("_" + Expiry, StringComparison.Ordinal)).ToArray())
        {
            if (form == BlankExpiry.Absent)
            {
                expiry.Remove();
            }
            else
            {
                expiry.Value = form == BlankExpiry.Null ? JValue.CreateNull() : new JValue("");
            }
        }
    }
}
