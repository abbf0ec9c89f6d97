using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;

namespace Plannr.SpecGate.Rules;

/// <summary>
/// Adapts schemas for NJsonSchema to requests or responses: <c>required</c> applies to <c>readOnly</c> properties only in responses,
/// and to <c>writeOnly</c> properties only in requests.
/// </summary>
/// <param name="document">The schema, or a document with schemas, including the <c>definitions</c> that it refers to.</param>
/// <param name="direction">The direction of the values.</param>
internal sealed class DirectionalSchema(JObject document, ValueDirection direction)
{
    private const string Definitions = "#/definitions/";

    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    private readonly string[] _marks = direction switch
    {
        ValueDirection.Request => ["readOnly"],
        ValueDirection.Response => ["writeOnly"],
        _ => ["readOnly", "writeOnly"],
    };

    /// <summary>Changes the schemas of the document.</summary>
    public void Apply()
    {
        var schemas = document.DescendantsAndSelf().OfType<JObject>().Where(o => o["required"] is JArray || IsComposed(o) || IsNullable(o)).ToArray();
        foreach (var schema in schemas)
        {
            Relax(schema);
            AllowNull(schema);
        }
    }

    private void Relax(JObject schema)
    {
        var parts = new HashSet<JObject>();
        AddParts(schema, parts);
        var waived = parts.SelectMany(p => (p["properties"] as JObject)?.Properties() ?? []).Where(p => IsMarked(p.Value, [])).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var required in parts.Select(p => p["required"]).OfType<JArray>())
        {
            foreach (var name in required.Where(n => n.Type == JTokenType.String && waived.Contains((string)n!)).ToArray())
            {
                name.Remove();
            }
        }
    }

    // NJsonSchema requires properties even of null, unless the schema has several types. It also requires null to fit the parts that a
    // schema is composed of.
    private static void AllowNull(JObject schema)
    {
        if (!IsNullable(schema))
        {
            return;
        }

        if (schema["type"] is JValue { Value: "object" })
        {
            schema["type"] = new JArray("object", "null");
        }

        if (IsComposed(schema))
        {
            var other = new JObject();
            foreach (var keyword in schema.Properties().ToArray())
            {
                keyword.Remove();
                other.Add(keyword);
            }

            schema["anyOf"] = new JArray(new JObject { ["type"] = "null" }, other);
        }
    }

    private static bool IsComposed(JObject schema) => Compositions.Any(c => schema[c] is JArray);

    private static bool IsNullable(JObject schema) => schema["nullable"] is JValue { Value: true };

    // Adds the schema and everything that it is composed of.
    private void AddParts(JObject schema, HashSet<JObject> parts)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!parts.Add(schema))
        {
            return;
        }

        JToken?[] own = [Target(schema), .. Compositions.SelectMany(c => schema[c] as JArray ?? [])];
        foreach (var part in own.OfType<JObject>())
        {
            AddParts(part, parts);
        }
    }

    private bool IsMarked(JToken? property, HashSet<JToken> seen)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return property is JObject schema && seen.Add(schema)
            && (_marks.Any(m => schema[m] is JValue { Value: true }) || IsMarked(Target(schema), seen) || (schema["allOf"] as JArray ?? []).Any(p => IsMarked(p, seen)));
    }

    private JObject? Target(JObject schema)
        => schema["$ref"] is JValue { Value: string reference } && reference.StartsWith(Definitions, StringComparison.Ordinal)
            ? document["definitions"]?[reference[Definitions.Length..]] as JObject
            : null;
}
