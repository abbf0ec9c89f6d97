using Newtonsoft.Json.Linq;

namespace Plannr.SpecGate.Writing;

/// <summary>Adds keys unless they have the default value.</summary>
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

    /// <summary>Adds a flag if it is true. Liquid reads a missing flag as false.</summary>
    public static JObject With(this JObject json, string key, bool value)
    {
        if (value)
        {
            json[key] = true;
        }

        return json;
    }
}
