using Microsoft.OpenApi;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>A contract as its author wrote it: as JSON, and as Microsoft.OpenApi reads it.</summary>
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

    /// <summary>The components' schemas.</summary>
    public JObject Components => _components;

    public static async Task<OriginalContract> ReadAsync(string file)
    {
        using var reader = new JsonTextReader(new StringReader(await File.ReadAllTextAsync(file))) { DateParseHandling = DateParseHandling.None };
        var document = await JObject.LoadAsync(reader);
        var (api, _) = OpenApiDocument.Parse(WithoutLargeLimits(document).ToString(), "json");
        return new OriginalContract(document, api ?? throw new InvalidOperationException("Microsoft.OpenApi does not read the contract."));
    }

    /// <summary>The operations: path, verb, the path's object and the operation's.</summary>
    public IEnumerable<(string Path, string Verb, JObject Item, JObject Operation)> Operations()
        => from path in ((JObject)_document["paths"]!).Properties()
           from operation in ((JObject)path.Value).Properties()
           where operation.Name != "parameters"
           select (path.Name, operation.Name, (JObject)path.Value, (JObject)operation.Value);

    /// <summary>Follows references to a schema that is none.</summary>
    public JObject Follow(JToken schema)
    {
        var node = (JObject)schema;
        while (node["$ref"] is JValue { Type: JTokenType.String } reference)
        {
            node = (JObject)_components[ComponentName((string)reference!)]!;
        }

        return node;
    }

    /// <summary>Whether a schema is a component or extends it.</summary>
    public bool Extends(JObject schema, JObject ancestor)
        => ReferenceEquals(schema, ancestor) || (schema["allOf"] as JArray ?? []).Any(part => Extends(Follow(part), ancestor));

    /// <summary>Whether a schema is a part of others, or tells subtypes apart.</summary>
    public bool IsExtended(JObject schema)
        => schema["discriminator"] is not null
            || _components.Descendants().OfType<JProperty>().Any(p => p is { Name: "allOf", Value: JArray parts } && parts.OfType<JObject>().Any(part => ReferenceEquals(Follow(part), schema)));

    /// <summary>The values by which a discriminator names a component: those of the mapping, or else the component's name.</summary>
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
