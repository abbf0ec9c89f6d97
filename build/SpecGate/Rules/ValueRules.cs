using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Examples, defaults and enum values, held against their schemas.</summary>
internal sealed class ValueRules
{
    private readonly OpenApiContract _contract;
    private readonly Findings _findings;
    private readonly Dictionary<(SourceMap, ValueDirection), JsonSchema?> _schemas = new(new Keys());

    private ValueRules(OpenApiContract contract, Findings findings)
    {
        _contract = contract;
        _findings = findings;
    }

    public static async Task CheckAsync(OpenApiContract contract, Findings findings)
    {
        var rules = new ValueRules(contract, findings);
        foreach (var schema in contract.Of(OpenApi30.Schema))
        {
            if (schema.Node.Has("enum"))
            {
                var withoutEnum = WithoutEnum(schema);
                foreach (var value in schema.Node.List("enum"))
                {
                    await rules.CheckAsync(Rule.EnumMisfit, "enum value", value, withoutEnum);
                }
            }

            await rules.CheckAsync(Rule.DefaultMisfit, "default", schema.Node["default"], schema);
            await rules.CheckAsync(Rule.ExampleMisfit, "example", schema.Node["example"], schema);
        }

        var directions = new ValueDirections(contract);
        foreach (var owner in contract.Objects.Where(o => o.Shape == OpenApi30.MediaType || o.Shape == OpenApi30.Parameter || o.Shape == OpenApi30.Header))
        {
            if (contract.Follow(owner.Node["schema"], OpenApi30.Schema, owner.File) is not { } schema)
            {
                continue;
            }

            await rules.CheckAsync(Rule.ExampleMisfit, "example", owner.Node["example"], schema, owner.File, directions.Of(owner.Node));
            foreach (var named in owner.Node.Map("examples")?.Entries ?? [])
            {
                var example = contract.Follow(named.Value, OpenApi30.Example, owner.File);
                await rules.CheckAsync(Rule.ExampleMisfit, $"example '{named.Key.Text}'", example?.Node["value"], schema, example?.File, directions.Of(owner.Node));
            }
        }
    }

    private async Task CheckAsync(Rule rule, string what, SourceNode? value, Located schema, SourceFile? file = null, ValueDirection direction = ValueDirection.None)
    {
        if (value is null || await ParseAsync(schema, direction) is not { } parsed)
        {
            return;
        }

        // Without settings of its own, NJsonSchema's validator checks no format.
        foreach (var error in parsed.Validate(value.ToJson(), SchemaType.OpenApi3, new JsonSchemaValidatorSettings()))
        {
            var at = error.Path is { Length: > 2 } path ? $" at '{path[2..]}'" : "";
            _findings.Add(rule, (file ?? schema.File).Path, Find(value, error.Path ?? "").Start, $"The {what} does not fit its schema{at}: {error.Kind}. Correct the value or the schema.");
        }
    }

    private static SourceNode Find(SourceNode value, string path)
    {
        var place = value;
        foreach (var name in path.TrimStart('#', '/').Split(['.', '/', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            place = place switch
            {
                SourceMap map when map[name] is { } member => member,
                SourceList list when int.TryParse(name, out var index) && index < list.Items.Count => list.Items[index],
                _ => place,
            };
        }

        return place;
    }

    /// <returns>The schema for NJsonSchema, or null where something else is wrong with it already.</returns>
    private async Task<JsonSchema?> ParseAsync(Located schema, ValueDirection direction)
    {
        if (_schemas.TryGetValue((schema.Node, direction), out var known))
        {
            return known;
        }

        var definitions = new Dictionary<string, JObject>(StringComparer.Ordinal);
        var json = Inline(schema.Node, schema.File, definitions);
        json["definitions"] = new JObject(definitions.Select(d => new JProperty(d.Key, d.Value)));
        new DirectionalSchema(json, direction).Apply();
        JsonSchema? parsed = null;
        try
        {
            parsed = await JsonSchema.FromJsonAsync(json.ToString());
        }
        catch (Exception exception) when (_findings.HasErrors && exception is JsonException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            // What makes the schema unreadable has its own finding.
        }

        _schemas.Add((schema.Node, direction), parsed);
        return parsed;
    }

    // What the schema refers to, in whichever file, becomes a definition beside it, which is where JSON Schema has it.
    private JObject Inline(SourceMap schema, SourceFile file, Dictionary<string, JObject> definitions)
    {
        var json = (JObject)schema.ToJson();
        Replace(json, schema, isSchema: true);
        // Its mapping refers to schemas by where they stand in the document; for the fit of a value, the alternatives are enough.
        foreach (var discriminator in json.DescendantsAndSelf().OfType<JObject>().Select(o => o.Property("discriminator")).Where(p => (p?.Value as JObject)?["propertyName"] is JValue).ToArray())
        {
            discriminator!.Remove();
        }

        return json;

        // Among the properties of a schema, "default" is a name like any other.
        void Replace(JToken token, SourceNode node, bool isSchema)
        {
            switch (node)
            {
                case SourceMap { Reference: { } reference } when _contract.Resolve(reference, file) is ({ } targetNode, { } targetFile) && targetNode is SourceMap target:
                    var name = $"d{target.Start.Line}_{target.Start.Column}_{Path.GetFileNameWithoutExtension(targetFile.Path)}";
                    if (!definitions.ContainsKey(name))
                    {
                        definitions[name] = [];
                        definitions[name] = Inline(target, targetFile, definitions);
                    }

                    token["$ref"] = "#/definitions/" + name;
                    break;
                case SourceMap map:
                    foreach (var entry in map.Entries.Where(e => !isSchema || e.Key.Text is not ("example" or "default" or "enum")))
                    {
                        // NJsonSchema throws on extensions that it knows in another form, and they say nothing of the fit.
                        if (isSchema && entry.Key.Text.StartsWith("x-", StringComparison.Ordinal))
                        {
                            ((JObject)token).Remove(entry.Key.Text);
                            continue;
                        }

                        Replace(token[entry.Key.Text]!, entry.Value, !isSchema || entry.Key.Text != "properties");
                    }

                    break;
                case SourceList list:
                    for (var i = 0; i < list.Items.Count; i++)
                    {
                        Replace(token[i]!, list.Items[i], isSchema: true);
                    }

                    break;
            }
        }
    }

    private static Located WithoutEnum(Located schema)
        => schema with { Node = schema.Node with { Entries = [.. schema.Node.Entries.Where(e => e.Key.Text != "enum")] } };

    // A copy of a schema is a schema of its own.
    private sealed class Keys : IEqualityComparer<(SourceMap Schema, ValueDirection Direction)>
    {
        public bool Equals((SourceMap Schema, ValueDirection Direction) x, (SourceMap Schema, ValueDirection Direction) y) => ReferenceEquals(x.Schema, y.Schema) && x.Direction == y.Direction;

        public int GetHashCode((SourceMap Schema, ValueDirection Direction) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Schema), obj.Direction);
    }
}
