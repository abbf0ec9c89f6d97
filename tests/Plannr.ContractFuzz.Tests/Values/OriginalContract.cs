using Microsoft.OpenApi;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>A contract before it is normalized, as JSON and as read by Microsoft.OpenApi.</summary>
internal sealed class OriginalContract
{
    private readonly JObject _document;
    private readonly JObject _components;

    private OriginalContract(JObject document, OpenApiDocument api)
    {
        _document = document;
        Api = api;
        _components = (JObject?)document["components"]?["schemas"] ?? [];
    }

    public OpenApiDocument Api { get; }

    /// <summary>Gets the schemas of the components.</summary>
    public JObject Components => _components;

    public static async Task<OriginalContract> ReadAsync(string file)
    {
        using var reader = new JsonTextReader(new StringReader(await File.ReadAllTextAsync(file))) { DateParseHandling = DateParseHandling.None };
        var document = await JObject.LoadAsync(reader);
        var (api, _) = OpenApiDocument.Parse(WithoutLargeLimits(document).ToString(), "json");
        return new OriginalContract(document, api ?? throw new InvalidOperationException("Microsoft.OpenApi cannot read the contract."));
    }

    /// <summary>Returns the operations: path, HTTP method, path item, and operation object.</summary>
    public IEnumerable<(string Path, string Verb, JObject Item, JObject Operation)> Operations()
        => from path in ((JObject)_document["paths"]!).Properties()
           from operation in ((JObject)path.Value).Properties()
           where operation.Name != "parameters"
           select (path.Name, operation.Name, (JObject)path.Value, (JObject)operation.Value);

    /// <summary>Follows references until a schema that is not a reference.</summary>
    public JObject Follow(JToken schema)
    {
        var node = (JObject)schema;
        while (node["$ref"] is JValue { Type: JTokenType.String } reference)
        {
            node = (JObject)_components[ComponentName((string)reference!)]!;
        }

        return node;
    }

    /// <summary>Returns whether a schema is another schema or extends it.</summary>
    public bool Extends(JObject schema, JObject ancestor)
        => ReferenceEquals(schema, ancestor) || (schema["allOf"] as JArray ?? []).Any(part => Extends(Follow(part), ancestor));

    /// <summary>Returns whether other schemas extend a schema, or the schema has a discriminator.</summary>
    public bool IsExtended(JObject schema)
        => schema["discriminator"] is not null
            || _components.Descendants().OfType<JProperty>().Any(p => p is { Name: "allOf", Value: JArray parts } && parts.OfType<JObject>().Any(part => ReferenceEquals(Follow(part), schema)));

    /// <summary>Returns the discriminator's values for a component: those of the mapping, or the component's name.</summary>
    public IReadOnlyList<string> DiscriminatorValues(JObject owner, JObject component)
    {
        var mapped = (owner["discriminator"]!["mapping"] as JObject ?? []).Properties()
            .Where(m => ReferenceEquals(_components[ComponentName((string)m.Value!)], component)).Select(m => m.Name).ToArray();
        return mapped.Length > 0 ? mapped : [.. _components.Properties().Where(c => ReferenceEquals(c.Value, component)).Select(c => c.Name)];
    }

    // Microsoft.OpenApi throws on limits beyond 32 bits.
    private static JObject WithoutLargeLimits(JObject document)
    {
        var copy = (JObject)document.DeepClone();
        foreach (var limit in copy.Descendants().OfType<JProperty>().Where(p => p is { Name: "maxLength", Value: JValue { Value: long } }).ToArray())
        {
            limit.Remove();
        }

        return copy;
    }

    private static string ComponentName(string reference) => reference.Split('/')[^1];
}
