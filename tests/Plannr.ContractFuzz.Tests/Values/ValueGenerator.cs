using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Newtonsoft.Json.Linq;
using Plannr.ContractFuzz.Tests.Contracts;

namespace Plannr.ContractFuzz.Tests.Values;

/// <summary>Draws values that the schemas of the original contract allow. It does not use the generated code.</summary>
internal sealed class ValueGenerator(OriginalContract contract, Draw draw, Direction direction, Taste taste)
{
    private const int MaxDepth = 4;

    private static readonly string[] Texts = ["a", "a b", "a/b", "a&b=c", "a,b", "é", "名前", "100%", "a+b", "a;b", "\"q\"", "😀", "x|y", "a?b#c", "~", "%41", "'", "<a>", "[a:b]", "@a(b)!$", "2024-01-01", "1", "true", "null"];

    private static readonly string[] JsonTexts = [.. Texts, "", " ", "a\nb", "a\\b", "\u0001", "\u2028", "2024-01-01T00:00:00Z", "12.50", "{}", "\ufeff"];

    private static readonly string[] HeaderTexts = ["a", "a b", "a;b", "\"q\"", "a=b", "x|y", "1"];

    private static readonly double[] AwkwardDoubles = [1e21, -1e-7, 1e25, 1e-10, 0.1, 1e300, -1e-300, double.MaxValue, double.Epsilon];

    private static readonly Gen<double> Doubles = Gen.OneOf(Gen.Int[-1000, 1000].Select(i => i / 8.0), Gen.Double[-1e9, 1e9], Gen.Int[0, AwkwardDoubles.Length - 1].Select(i => AwkwardDoubles[i]));

    /// <summary>Draws a value.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="depth">The nesting depth of the value.</param>
    public JsonNode? Of(JToken schema, int depth = 0)
    {
        var node = contract.Follow(schema);
        if (taste == Taste.Json && (bool?)node["nullable"] == true && draw.Chance(15))
        {
            return null;
        }

        if (node["enum"] is JArray values)
        {
            var sendable = values.Where(v => taste == Taste.Json || v is not JValue { Value: null or "" }).DefaultIfEmpty(values[0]);
            return JsonNode.Parse(draw.Pick([.. sendable]).ToString(Newtonsoft.Json.Formatting.None));
        }

        if (Subtype(node) is { } subtype)
        {
            return Of(subtype, depth);
        }

        var alternatives = (node["oneOf"] ?? node["anyOf"]) as JArray;
        return alternatives is null && node["allOf"] is null ? Single(node, depth) : Composed(node, alternatives, depth);
    }

    // Usually draws a subtype of a schema with a discriminator.
    private JObject? Subtype(JObject node)
    {
        if (node["discriminator"] is null || node["oneOf"] is not null || node["anyOf"] is not null || draw.Chance(15))
        {
            return null;
        }

        var subtypes = contract.Components.PropertyValues().Cast<JObject>().Where(c => c != node && contract.Extends(c, node)).ToArray();
        return subtypes.Length > 0 ? draw.Pick(subtypes) : null;
    }

    private JsonNode? Composed(JObject node, JArray? alternatives, int depth)
    {
        var values = (node["allOf"] as JArray ?? []).Select(part => Part(contract.Follow(part), depth)).ToList();
        if (alternatives is not null)
        {
            var alternative = draw.Pick([.. alternatives]);
            var value = Of(alternative, depth + 1);
            if (value is JsonObject chosen && (string?)node["discriminator"]?["propertyName"] is { } discriminator)
            {
                chosen[discriminator] = draw.Pick(contract.DiscriminatorValues(node, contract.Follow(alternative)));
            }

            values.Add(value);
        }

        if (node["properties"] is not null)
        {
            values.Add(Single(node, depth));
        }

        if (values is [var only])
        {
            return Named(node, only);
        }

        var merged = new JsonObject();
        foreach (var (name, value) in values.OfType<JsonObject>().SelectMany(v => v).ToArray())
        {
            merged[name] = value?.DeepClone();
        }

        return Named(node, merged);
    }

    // Draws a part of allOf. A subtype must not replace it.
    private JsonNode? Part(JObject node, int depth)
        => node["allOf"] is null && node["oneOf"] is null && node["anyOf"] is null && node["enum"] is null ? Single(node, depth)
            : node["allOf"] is not null ? Composed(node, (node["oneOf"] ?? node["anyOf"]) as JArray, depth)
            : Of(node, depth);

    // Sets the discriminators of a value to the values for its class.
    private JsonNode? Named(JObject node, JsonNode? value)
    {
        if (value is not JsonObject members)
        {
            return value;
        }

        foreach (var owner in contract.Components.PropertyValues().Cast<JObject>().Where(c => c["discriminator"] is not null && c["oneOf"] is null && c["anyOf"] is null && contract.Extends(node, c)))
        {
            var property = (string)owner["discriminator"]!["propertyName"]!;
            var declared = owner["properties"]?[property];
            var names = ReferenceEquals(owner, node) ? ["unknown"] : contract.DiscriminatorValues(owner, node);
            if (ReferenceEquals(owner, node) && declared?["enum"] is not null)
            {
                continue;
            }

            if (names.Count > 0)
            {
                var name = draw.Pick(names);
                members[property] = (string?)declared?["type"] != "integer" ? JsonValue.Create(name) : long.TryParse(name, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(99);
            }
        }

        return members;
    }

    private JsonNode? Single(JObject node, int depth) => (string?)node["type"] switch
    {
        "string" => Text((string?)node["format"]),
        "integer" => JsonNode.Parse(Integer((string?)node["format"])),
        "number" => JsonNode.Parse(Number((string?)node["format"])),
        "boolean" => draw.Chance(50),
        "array" => List(node, depth),
        "object" => Named(node, Members(node, depth)),
        _ => Anything(depth),
    };

    private JsonArray List(JObject node, int depth)
    {
        var count = depth > MaxDepth ? 0 : draw.Between(taste == Taste.Json ? 0 : 1, 3);
        return [.. Enumerable.Range(0, count).Select(_ => Of(node["items"]!, depth + 1))];
    }

    private JsonObject Members(JObject node, int depth)
    {
        var members = new JsonObject();
        var required = (node["required"] as JArray ?? []).Select(r => (string)r!).ToHashSet();
        foreach (var (name, value) in node["properties"] as JObject ?? [])
        {
            var property = (JObject)value!;
            var isAbsent = (bool?)property[direction == Direction.Request ? "readOnly" : "writeOnly"] == true;
            if (!isAbsent && (required.Contains(name) || (depth <= MaxDepth && draw.Chance(60))))
            {
                members[name] = Of(property, depth + 1);
            }
        }

        if (depth <= MaxDepth && node["additionalProperties"] is not JValue { Value: false } && (node["properties"] is null || (taste == Taste.Json && draw.Chance(25))))
        {
            for (var number = draw.Between(taste == Taste.Json ? 0 : 1, 2); number > 0; number--)
            {
                // A name that the contract does not contain.
                var name = "~" + number + (taste == Taste.Header ? "" : draw.Pick(NastyNames.Any));
                members[name] = node["additionalProperties"] is JObject others ? Of(others, depth + 1) : Anything(depth + 1);
            }
        }

        return members;
    }

    private JsonNode? Anything(int depth)
        => draw.Weighted<Func<JsonNode?>>(
            (30, () => Text(null)),
            (20, () => JsonNode.Parse(Integer("int64"))),
            (20, () => JsonNode.Parse(taste != Taste.Json ? "0.5" : draw.Pick(["0.5", "-12.50", "1.5", "12345678901234567890", "0.123456789012345", "1E+100"]))),
            (10, () => draw.Chance(50)),
            (depth < MaxDepth && taste == Taste.Json ? 10 : 0, () => new JsonArray(Anything(depth + 1), null)),
            (depth < MaxDepth && taste == Taste.Json ? 10 : 0, () => new JsonObject { ["a"] = Anything(depth + 1), ["$ref"] = "#/nowhere" }))();

    private JsonNode Text(string? format) => format switch
    {
        "uuid" => draw.Of(Gen.Guid).ToString("D"),
        "date-time" => Timestamp(),
        "date" => draw.Of(Gen.DateTime[new DateTime(1900, 1, 1), new DateTime(2100, 1, 1)]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "uri" => draw.Pick(["https://example.com/a?b=c#d", "urn:isbn:0451450523", "https://example.com", "mailto:a@example.com", "https://example.com/%C3%A9/a%20b"]),
        "byte" => Convert.ToBase64String(draw.Of(Gen.Byte.Array[taste == Taste.Json ? 0 : 1, 9])),
        "email" => "a@example.com",
        "time" => "10:11:12Z",
        "duration" => "P1DT2H",
        "ipv4" => "127.0.0.1",
        "hostname" => "example.com",
        "char" => "c",
        _ => draw.Pick(taste switch { Taste.Json => JsonTexts, Taste.Header => HeaderTexts, _ => Texts }),
    };

    private string Timestamp()
    {
        var time = draw.Of(Gen.DateTime[new DateTime(1900, 1, 2), new DateTime(2100, 1, 1)]).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return time + (taste == Taste.Json ? draw.Pick(["", ".1", ".123", ".1234567"]) : draw.Pick(["", ".1234567"])) + draw.Pick<string>(taste == Taste.Json ? ["Z", "+00:00", "+05:30", "-08:00"] : ["-08:00", "+05:30"]);
    }

    private string Integer(string? format)
    {
        var (low, high) = format switch
        {
            "int8" => (sbyte.MinValue, sbyte.MaxValue),
            "uint8" => (0, byte.MaxValue),
            "int16" => (short.MinValue, short.MaxValue),
            "uint16" => (0, ushort.MaxValue),
            "int32" => (int.MinValue, int.MaxValue),
            "uint32" => (0, uint.MaxValue),
            "uint64" => (0, ulong.MaxValue),
            _ => ((Int128)long.MinValue, (Int128)long.MaxValue),
        };
        return draw.Pick([low, high, 0, (Int128)draw.Below(100), high - 1]).ToString(CultureInfo.InvariantCulture);
    }

    private string Number(string? format) => format switch
    {
        // These numbers have the same text in every notation.
        _ when taste != Taste.Json && format != "double-int" => (draw.Between(-1000, 1000) + 0.5).ToString(CultureInfo.InvariantCulture),
        "float" => ((float)draw.Of(Gen.Float[-1e6f, 1e6f])).ToString("R", CultureInfo.InvariantCulture),
        "decimal" => draw.Pick(["0.1", "12.50", "-792281625142643375935439503.5", "1234567890.123456789012345678", "0.0000001"]),
        "double-int" => draw.Pick(["9007199254740991", "-9007199254740991", "0", "17"]),
        _ => draw.Of(Doubles).ToString("R", CultureInfo.InvariantCulture),
    };
}
