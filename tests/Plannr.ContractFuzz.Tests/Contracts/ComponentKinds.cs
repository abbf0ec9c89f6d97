using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Contracts;

/// <summary>The components of a contract, in the order in which they may refer to each other.</summary>
/// <param name="names">Their names.</param>
internal sealed class ComponentKinds(IReadOnlyList<string> names)
{
    private readonly Dictionary<int, JObject> _classes = [];

    public IReadOnlyList<string> Names => names;

    public int Count => names.Count;

    /// <summary>Those that are classes, by their numbers.</summary>
    public IEnumerable<int> Classes => _classes.Keys;

    /// <summary>Those that others may extend: what a class says of further properties holds for those of its subtypes too.</summary>
    public IEnumerable<int> Extensible => _classes.Where(c => c.Value["additionalProperties"] is null).Select(c => c.Key);

    public void AddClass(int number, JObject schema) => _classes.Add(number, schema);

    public bool IsClass(JObject reference) => _classes.Keys.Any(c => JToken.DeepEquals(Reference(c), reference));

    /// <summary>Returns the properties of classes, those of their base classes included.</summary>
    public IEnumerable<string> PropertiesOf(IEnumerable<JToken> references)
        => references.SelectMany(r => _classes.Where(c => Pointer(c.Key) == (string?)r["$ref"]).SelectMany(c => PropertiesOf(c.Value)));

    private IEnumerable<string> PropertiesOf(JObject schema)
        => ((JObject?)schema["properties"] ?? []).Properties().Select(p => p.Name)
            .Concat(schema["discriminator"] is { } discriminator ? [(string)discriminator["propertyName"]!] : [])
            .Concat((schema["allOf"] ?? new JArray()).SelectMany(part => part["$ref"] is null ? PropertiesOf((JObject)part) : PropertiesOf([part])));

    public string Pointer(int number) => "#/components/schemas/" + names[number];

    public JObject Reference(int number) => new() { ["$ref"] = Pointer(number) };
}
