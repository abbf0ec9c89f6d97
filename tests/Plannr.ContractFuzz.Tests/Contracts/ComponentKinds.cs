using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Contracts;

/// <summary>The components of a contract. A component may refer to earlier components.</summary>
/// <param name="names">The names of the components.</param>
internal sealed class ComponentKinds(IReadOnlyList<string> names)
{
    private readonly Dictionary<int, JObject> _classes = [];

    public IReadOnlyList<string> Names => names;

    public int Count => names.Count;

    /// <summary>Gets the numbers of the components that are classes.</summary>
    public IEnumerable<int> Classes => _classes.Keys;

    /// <summary>Gets the numbers of the classes that others may extend. A class with additionalProperties is not one of them, because the keyword also applies to the properties of subtypes.</summary>
    public IEnumerable<int> Extensible => _classes.Where(c => c.Value["additionalProperties"] is null).Select(c => c.Key);

    public void AddClass(int number, JObject schema) => _classes.Add(number, schema);

    public bool IsClass(JObject reference) => _classes.Keys.Any(c => JToken.DeepEquals(Reference(c), reference));

    /// <summary>Returns the properties of classes, including inherited properties.</summary>
    public IEnumerable<string> PropertiesOf(IEnumerable<JToken> references)
        => references.SelectMany(r => _classes.Where(c => Pointer(c.Key) == (string?)r["$ref"]).SelectMany(c => PropertiesOf(c.Value)));

    private IEnumerable<string> PropertiesOf(JObject schema)
        => ((JObject?)schema["properties"] ?? []).Properties().Select(p => p.Name)
            .Concat(schema["discriminator"] is { } discriminator ? [(string)discriminator["propertyName"]!] : [])
            .Concat((schema["allOf"] ?? new JArray()).SelectMany(part => part["$ref"] is null ? PropertiesOf((JObject)part) : PropertiesOf([part])));

    public string Pointer(int number) => "#/components/schemas/" + names[number];

    public JObject Reference(int number) => new() { ["$ref"] = Pointer(number) };
}
