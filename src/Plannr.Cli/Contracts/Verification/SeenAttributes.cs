using Newtonsoft.Json.Linq;

namespace Plannr.Cli.Contracts.Verification;

/// <summary>Finds properties of a response's body that the contract does not name, and properties in the contract that the body lacks.</summary>
/// <param name="operation">The operation's <c>operationId</c>.</param>
internal sealed class SeenAttributes(string operation)
{
    private const int MaxNameLength = 64;

    private readonly Dictionary<string, int> _documented = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Gets the properties that the contract does not name.</summary>
    public List<Drift> Unknown { get; } = [];

    /// <summary>Gets the JSON paths and lines of documented properties that no object of the body has. They are not differences, because the contract does not require them.</summary>
    public IEnumerable<(string Place, int Line)> Unseen => _documented.Where(d => !_seen.Contains(d.Key)).Select(d => (d.Key, d.Value));

    public void Visit(JToken value, ContractPart schema) => Visit(value, schema, SchemaPath.Root);

    private void Visit(JToken value, ContractPart schema, string place)
    {
        switch (value)
        {
            case JArray items when schema.Item() is { } item:
                foreach (var element in items)
                {
                    Visit(element, item, place + SchemaPath.AnyElement);
                }

                break;
            case JObject members:
                VisitMembers(members, schema, place);
                break;
        }
    }

    private void VisitMembers(JObject members, ContractPart schema, string place)
    {
        var (properties, mapValue) = (schema.Properties(), schema.MapValue());
        foreach (var (name, property) in properties)
        {
            _documented.TryAdd($"{place}.{name}", property.Line);
        }

        foreach (var (name, value) in members)
        {
            if (properties.TryGetValue(name, out var property))
            {
                _seen.Add($"{place}.{name}");
                Visit(value!, property, $"{place}.{name}");
            }
            else if (mapValue is not null)
            {
                Visit(value!, mapValue, place + SchemaPath.AnyName);
            }
            else if (!schema.IsOpen && !schema.AllowsOthers)
            {
                Unknown.Add(new Drift(operation, DriftKind.UnknownAttribute, $"{place}.{Shortened(name)}", schema.Line, "no such attribute"));
            }
        }
    }

    private static string Shortened(string name) => name.Length <= MaxNameLength ? name : name[..MaxNameLength] + "...";
}
