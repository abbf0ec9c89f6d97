using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Plannr.Testing;

/// <summary>The contract. Tests use its examples, and validate payloads by its schemas.</summary>
internal sealed class Contract
{
    private static readonly Lazy<Task<Contract>> Shared = new(LoadAsync);

    private readonly JObject _document;

    private Contract(JObject document) => _document = document;

    /// <summary>An example in the contract: its path, its schema and its value.</summary>
    public sealed record Example(string Place, JToken Schema, JToken Value);

    public static Task<Contract> GetAsync() => Shared.Value;

    /// <summary>Returns every named example of a body, in operations and in shared responses.</summary>
    public IEnumerable<Example> Examples()
        => from examples in _document.Descendants().OfType<JProperty>()
           where examples.Name == "examples" && examples.Parent!["schema"] is not null
           from example in ((JObject)examples.Value).Properties()
           select new Example(example.Path, examples.Parent!["schema"]!, example.Value["value"]!);

    /// <summary>Returns the value of the example with a name.</summary>
    public string Payload(string name) => Examples().Single(e => e.Place.EndsWith("." + name, StringComparison.Ordinal)
        || e.Place.EndsWith($"['{name}']", StringComparison.Ordinal)).Value.ToString(Formatting.None);

    public IEnumerable<string> OperationIds() => Operations().Select(id => (string)id.Value!);

    /// <summary>Returns the first example of the first documented success of an operation.</summary>
    public string ResponsePayload(string operationId)
    {
        var operation = Operations().Single(id => (string)id.Value! == operationId).Parent!;
        var success = operation["responses"]!.Children<JProperty>().First(response => response.Name.StartsWith('2'));
        return success.Value["content"]!["application/json"]!["examples"]!.First!.First!["value"]!.ToString(Formatting.None);
    }

    /// <summary>Returns the differences between a payload and a schema.</summary>
    public async Task<IEnumerable<string>> ProblemsAsync(JToken schema, string payload)
    {
        // Adds the schemas that it references, under "definitions", where JSON Schema expects them.
        var schemas = (JObject)_document["components"]!["schemas"]!;
        var target = schema.Value<string>("$ref") is { } reference ? schemas[reference.Split('/')[^1]]! : schema;
        var rooted = new JObject((JObject)target) { ["definitions"] = schemas };
        var parsed = await JsonSchema.FromJsonAsync(rooted.ToString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
        // Without settings, NJsonSchema's validator does not check formats.
        return parsed.Validate(payload, SchemaType.OpenApi3, new JsonSchemaValidatorSettings()).Select(e => e.ToString());
    }

    public static JToken Schema(string name) => new JObject { ["$ref"] = "#/components/schemas/" + name };

    private IEnumerable<JProperty> Operations() => _document["paths"]!.Children<JProperty>().SelectMany(path => ((JObject)path.Value).Properties())
        .Select(method => (method.Value as JObject)?.Property("operationId")).OfType<JProperty>();

    private static async Task<Contract> LoadAsync()
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var (document, _) = await OpenApiDocument.LoadAsync(Path.Combine(AppContext.BaseDirectory, "plannr.yaml"), settings);
        var json = await document!.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0);
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return new Contract(await JObject.LoadAsync(reader));
    }
}
