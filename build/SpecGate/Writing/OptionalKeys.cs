using Newtonsoft.Json.Linq;

namespace Plannr.SpecGate.Writing;

/// <summary>Adds keys that are left out where they say nothing.</summary>
internal static class OptionalKeys
{
    /// <summary>Adds a text, unless it is null.</summary>
    public static JObject With(this JObject json, string key, string? value)
    {
        if (value is not null)
        {
            json[key] = value;
        }

        return json;
    }

    /// <summary>Adds a mark, if it is true: for Liquid, what is missing is false, and what is false may be missing.</summary>
    public static JObject With(this JObject json, string key, bool value)
    {
        if (value)
        {
            json[key] = true;
        }

        return json;
    }
}
