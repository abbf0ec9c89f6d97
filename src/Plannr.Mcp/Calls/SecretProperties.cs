using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Calls;

/// <summary>
/// Masks properties with the format <c>password</c> in the contract, such as the signing secret of a webhook subscription. AI tools send the
/// responses of tools to other machines, so these must not contain secrets.
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
    /// <returns>True if the value contained secrets.</returns>
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
