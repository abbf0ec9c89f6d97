using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>
/// The contract's schemas for NJsonSchema, as definitions of one document. They contain only keywords that restrict values, limited to
/// the ranges that NJsonSchema can read. References to other files become references to definitions.
/// </summary>
/// <param name="contract">The contract.</param>
/// <param name="direction">The direction of the values that are checked.</param>
internal sealed class ValueSchemas(OpenApiContract contract, ValueDirection direction)
{
    // NJsonSchema reads these as 32-bit integers. No value in a contract reaches a higher limit.
    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal) { "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" };

    private readonly Dictionary<SourceMap, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly JObject _definitions = [];
    private readonly Queue<ContractObject> _added = new();
    private readonly Dictionary<string, JsonSchema> _parsed = new(StringComparer.Ordinal);

    /// <summary>Adds a schema and the schemas that it refers to.</summary>
    public void Add(ContractObject schema)
    {
        NameOf(schema.Node, schema.File);
        // A queue instead of recursion, because a chain of references may be longer than the stack allows.
        while (_added.TryDequeue(out var next))
        {
            _definitions[_names[next.Node]] = Convert(next.Node, next.File);
        }
    }

    /// <summary>Parses the schemas that were added.</summary>
    public async Task ParseAsync()
    {
        try
        {
            var document = new JObject { ["definitions"] = _definitions };
            new DirectionalSchema(document, direction).Apply();
            foreach (var (name, schema) in (await JsonSchema.FromJsonAsync(document.ToString(Formatting.None))).Definitions)
            {
                _parsed.Add(name, schema);
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or NotSupportedException or OverflowException or InsufficientExecutionStackException)
        {
            // The indexer then throws, so that each value that cannot be checked becomes a finding.
        }
    }

    /// <summary>Gets a parsed schema.</summary>
    /// <exception cref="NotCheckedException">NJsonSchema cannot read the schemas.</exception>
    public JsonSchema this[SourceMap schema]
        => _parsed.GetValueOrDefault(_names[schema]) ?? throw new NotCheckedException("NJsonSchema cannot read the contract's schemas");

    private string NameOf(SourceMap schema, SourceFile file)
    {
        if (!_names.TryGetValue(schema, out var name))
        {
            name = $"d{_names.Count}";
            _names.Add(schema, name);
            _added.Enqueue(new ContractObject(schema, OpenApi30.Schema, file));
        }

        return name;
    }

    private JObject Convert(SourceMap schema, SourceFile file)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (schema.Reference is { } reference)
        {
            // A reference without a target has its own finding, and allows every value.
            return contract.Resolve(reference, file) is var (target, targetFile) && target is SourceMap map ? new JObject { ["$ref"] = "#/definitions/" + NameOf(map, targetFile) } : [];
        }

        var json = new JObject();
        foreach (var (key, value) in schema.Entries)
        {
            if (ConvertKeyword(key.Text, value, file) is { } converted)
            {
                json[key.Text == "pattern" ? ValueValidator.PatternKey : key.Text] = converted;
            }
        }

        return json;
    }

    private JToken? ConvertKeyword(string key, SourceNode value, SourceFile file)
        => (key, value) switch
        {
            ("properties", SourceMap properties) => new JObject(properties.Entries.Select(p => new JProperty(p.Key.Text, ConvertPart(p.Value, file)))),
            ("allOf" or "oneOf" or "anyOf", SourceList parts) => new JArray(parts.Items.Select(p => ConvertPart(p, file))),
            ("items" or "not" or "additionalProperties", SourceMap part) => Convert(part, file),
            ("additionalProperties" or "nullable" or "readOnly" or "writeOnly" or "uniqueItems" or "exclusiveMinimum" or "exclusiveMaximum", SourceScalar flag) when flag.IsBoolean() => flag.ToJson(),
            ("type" or "format" or "pattern", SourceScalar text) when text.IsText() => text.ToJson(),
            ("required", SourceList names) => new JArray(names.Items.OfType<SourceScalar>().Where(n => n.IsText()).Select(n => n.Text).Distinct(StringComparer.Ordinal)),
            ("enum", SourceList values) => values.ToJson(),
            ("minimum", SourceScalar number) when number.IsNumber() && number.ToDecimal() > decimal.MinValue => number.ToDecimal(),
            ("maximum", SourceScalar number) when number.IsNumber() && number.ToDecimal() < decimal.MaxValue => number.ToDecimal(),
            ("multipleOf", SourceScalar number) when number.IsNumber() && number.ToDecimal() > 0 => number.ToDecimal(),
            (_, SourceScalar count) when Counts.Contains(key) && count.IsCount() => (int)Math.Min(count.ToDecimal(), int.MaxValue),
            _ => null,
        };

    private JObject ConvertPart(SourceNode part, SourceFile file) => part is SourceMap map ? Convert(map, file) : [];
}
