using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Calls;

/// <summary>
/// The properties that the contract gives the format <c>password</c>, such as the signing secret of a webhook subscription. What an AI tool
/// is shown leaves the machine, so that it is shown no secret.
/// </summary>
internal sealed class SecretProperties
{
    private const string Hidden = "***";

    private readonly HashSet<string> _names;

    public SecretProperties(ApiDocumentation documentation)
        => _names = documentation.Schemas.Values
            .SelectMany(schema => schema.Child("properties")?.Children() ?? [])
            .Where(property => property.Value.Text("format") == "password")
            .Select(property => property.Key)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Replaces the secrets in a JSON value.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Mask(JsonNode? json)
    {
        var isMasked = false;
        switch (json)
        {
            case JsonObject map:
                foreach (var (name, value) in map.ToArray())
                {
                    if (_names.Contains(name) && value is not null)
                    {
                        map[name] = Hidden;
                        isMasked = true;
                    }
                    else
                    {
                        isMasked |= Mask(value);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    isMasked |= Mask(item);
                }

                break;
        }

        return isMasked;
    }
}
