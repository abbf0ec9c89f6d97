using System.Numerics;
using System.Text.Json;
using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Generated;
using Plannr.Runtime.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>Tests that the JSON schema of each generated class allows the JSON that System.Text.Json writes for its objects.</summary>
public sealed class SystemTextJsonSchemaTests
{
    private const int Cases = 2_000;

    private static readonly (Type Type, Lazy<JsonSchema> Schema)[] Types =
    [
        .. new[] { typeof(Inheritance.Pet).Assembly, typeof(OAuthConnection).Assembly }
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => typeof(ApiObject).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false })
            .Select(t => (t, new Lazy<JsonSchema>(() => SchemaOf(t)))),
    ];

    [Test]
    public void Schema_of_a_class_allows_the_JSON_that_is_written_for_it()
    {
        var values = 0;
        Gen.Int.Sample(
            seed =>
            {
                var (type, schema) = Types[(seed & int.MaxValue) % Types.Length];
                if (Written(type, new JsonTexts(seed).Of(type)) is not { } json)
                {
                    return;
                }

                Interlocked.Increment(ref values);
                var problems = schema.Value.Validate(Token(json));
                if (problems.Count > 0)
                {
                    throw new InvalidOperationException($"{type}: {string.Join(", ", problems)}\njson:   {json}\nschema: {schema.Value.ToJson(Formatting.None)}");
                }
            },
            iter: Cases);

        Assert.That(values, Is.GreaterThan(Cases / 10), "Too few of the texts are valid for their class.");
    }

    // Returns null if the text is not valid for the class, or its value cannot be written.
    private static string? Written(Type type, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type, JsonSerializerOptions.Web) is { } value ? JsonSerializer.Serialize(value, type, JsonSerializerOptions.Web) : null;
        }
        // UTF-8 cannot encode an unpaired surrogate.
        catch (Exception exception) when (exception is System.Text.Json.JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static JToken Token(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader);
        // The validator throws InvalidCastException for an integer of more than 64 bits.
        foreach (var large in ((JContainer)token).Descendants().OfType<JValue>().Where(v => v.Value is BigInteger))
        {
            large.Value = 0;
        }

        return token;
    }

    private static JsonSchema SchemaOf(Type type)
    {
        var schema = PlannrJsonSchema.Create(JsonSerializerOptions.Web.GetTypeInfo(type), "#/definitions/")!;
        // The validator supports only the older keyword.
        return JsonSchema.FromJsonAsync(schema.ToJsonString().Replace("\"$defs\":", "\"definitions\":", StringComparison.Ordinal)).GetAwaiter().GetResult();
    }
}
