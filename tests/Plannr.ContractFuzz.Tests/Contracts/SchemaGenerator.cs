using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Contracts;

/// <summary>Draws schemas. Required values refer only to earlier components, so each schema has a finite value.</summary>
internal sealed class SchemaGenerator(Draw draw, Names names, ComponentKinds components)
{
    private static readonly string?[] StringFormats =
        [null, null, null, null, "uuid", "date-time", "date", "uri", "byte", "email", "time", "duration", "ipv4", "hostname", "password", "char", "foo"];

    private static readonly string?[] IntegerFormats = [null, null, "int32", "int64", "int8", "int16", "uint8", "uint16", "uint32", "uint64", "foo"];

    private static readonly string?[] NumberFormats = [null, null, "float", "double", "decimal", "double-int", "foo"];

    /// <summary>Draws any schema.</summary>
    /// <param name="depth">The nesting depth of the schema.</param>
    /// <param name="reach">The number of components to which the schema may refer.</param>
    public JObject Any(int depth, int reach)
        => draw.Weighted<Func<JObject>>(
            (40, Primitive),
            (18, () => Reference(reach) ?? Primitive()),
            (9, () => Enumeration()),
            (depth < 3 ? 9 : 0, () => List(depth)),
            (depth < 3 ? 7 : 0, () => Map(depth)),
            (depth < 3 ? 8 : 0, () => Class(depth, reach)),
            (depth < 3 ? 5 : 0, () => Union(depth, reach)),
            (depth < 3 ? 5 : 0, () => Wrapper(reach) ?? Primitive()),
            (2, () => new JObject { ["type"] = "object" }),
            (3, () => []))();

    /// <summary>Draws a schema that any style supports: a primitive value, or a list or an object of primitive values.</summary>
    public JObject Flat()
        => draw.Weighted<Func<JObject>>(
            (60, Primitive),
            (15, () => Enumeration()),
            (14, () => Nullable(new JObject { ["type"] = "array", ["items"] = draw.Chance(70) ? Primitive(mayBeNull: false) : Enumeration(mayBeNull: false) })),
            (8, () => Class(depth: 3, reach: 0, FlatProperty)),
            (3, () => new JObject { ["type"] = "object", ["additionalProperties"] = Primitive(mayBeNull: false) }))();

    public JObject Primitive() => Primitive(mayBeNull: true);

    public JObject Enumeration(bool mayBeNull = true)
    {
        var isInteger = draw.Chance(25);
        var schema = new JObject { ["type"] = isInteger ? "integer" : "string" };
        var values = Enumerable.Range(0, draw.Between(1, 5)).Select(_ => isInteger ? (JToken)draw.Between(-3, 20) : names.EnumValue()).Distinct(new JTokenEqualityComparer());
        schema["enum"] = new JArray(values);
        if (isInteger && draw.Chance(40))
        {
            schema["format"] = draw.Pick(["int32", "int64"]);
        }

        if (mayBeNull && draw.Chance(15))
        {
            schema["nullable"] = true;
            if (draw.Chance(50))
            {
                ((JArray)schema["enum"]!).Add(JValue.CreateNull());
            }
        }

        return schema;
    }

    /// <summary>Draws an object with properties.</summary>
    /// <param name="depth">The nesting depth of the schema.</param>
    /// <param name="reach">The number of components to which a required property may refer.</param>
    /// <param name="property">Draws a property; the argument is whether the property is required. null to draw any property.</param>
    /// <param name="taken">The inherited properties; null for none.</param>
    public JObject Class(int depth, int reach, Func<bool, JObject>? property = null, HashSet<string>? taken = null)
    {
        var (properties, required) = (new JObject(), new JArray());
        for (var number = draw.Between(0, depth == 0 ? 6 : 3); number > 0; number--)
        {
            var (name, isRequired) = (names.Property(), draw.Chance(35));
            if (!properties.ContainsKey(name) && taken?.Contains(name) != true)
            {
                properties[name] = property?.Invoke(isRequired) ?? Property(depth, isRequired ? reach : components.Count);
                if (isRequired)
                {
                    required.Add(name);
                }
            }
        }

        var schema = new JObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        if (draw.Chance(25))
        {
            schema["additionalProperties"] = draw.Weighted<Func<JToken>>((40, () => false), (20, () => true), (40, () => Any(depth + 1, components.Count)))();
        }

        return Nullable(schema);
    }

    public JObject List(int depth) => Nullable(new JObject { ["type"] = "array", ["items"] = Any(depth + 1, components.Count) });

    public JObject Map(int depth) => Nullable(new JObject { ["type"] = "object", ["additionalProperties"] = Any(depth + 1, components.Count) });

    public JObject Union(int depth, int reach)
    {
        var schema = new JObject
        {
            [draw.Pick(["oneOf", "anyOf"])] = new JArray(Enumerable.Range(0, draw.Between(1, 4)).Select(_ => Any(depth + 1, reach))),
        };
        return schema;
    }

    /// <summary>Draws a union of classes with a discriminator; null if there are too few classes.</summary>
    public JObject? DiscriminatedUnion(int reach)
    {
        var classes = components.Classes.Where(c => c < reach).ToArray();
        if (classes.Length < 2)
        {
            return null;
        }

        var chosen = classes.Where(_ => draw.Chance(70)).DefaultIfEmpty(classes[0]).ToArray();
        var discriminator = new JObject { ["propertyName"] = draw.Chance(60) ? "kind" : names.Property() };
        if (draw.Chance(60))
        {
            discriminator["mapping"] = new JObject(chosen.Select((c, i) => new JProperty($"k{i}", draw.Chance(60) ? components.Pointer(c) : components.Names[c])));
        }

        return new JObject { ["oneOf"] = new JArray(chosen.Select(c => components.Reference(c))), ["discriminator"] = discriminator };
    }

    /// <summary>Draws a class that extends another; null if there is no class to extend.</summary>
    public JObject? Derived(int reach)
    {
        if (components.Extensible.Where(c => c < reach).ToArray() is not { Length: > 0 } classes)
        {
            return null;
        }

        var parts = new JArray(components.Reference(draw.Pick(classes)));
        if (draw.Chance(20))
        {
            parts.Add(components.Reference(draw.Pick(classes)));
        }

        if (draw.Chance(30))
        {
            var beside = Part(reach, parts);
            beside.AddFirst(new JProperty("allOf", parts));
            return beside;
        }

        parts.Add(Part(reach, parts));
        return new JObject { ["allOf"] = parts };
    }

    /// <summary>Draws the properties that a class adds to its base classes. They do not redeclare inherited properties.</summary>
    public JObject Part(int reach, JArray others)
    {
        var part = Class(1, reach, taken: [.. components.PropertiesOf(others)]);
        // The keyword would also apply to the inherited properties.
        part.Remove("additionalProperties");
        return part;
    }

    /// <summary>Draws a schema that may be a component without being a class: an alias, an enumeration, a list, a union.</summary>
    public JObject Other(int reach)
        => draw.Weighted<Func<JObject>>(
            (20, () => Enumeration()),
            (10, Primitive),
            (10, () => List(1)),
            (10, () => Map(1)),
            (25, () => Union(1, reach)),
            (15, () => DiscriminatedUnion(reach) ?? Enumeration()),
            (5, () => Wrapper(reach) ?? Primitive()),
            (2, () => []))();

    private JObject Primitive(bool mayBeNull)
    {
        var type = draw.Weighted((55, "string"), (20, "integer"), (15, "number"), (10, "boolean"));
        var schema = new JObject { ["type"] = type };
        if (draw.Pick(type switch { "string" => StringFormats, "integer" => IntegerFormats, "number" => NumberFormats, _ => [null] }) is { } format)
        {
            schema["format"] = format;
        }

        if (draw.Chance(5))
        {
            schema["description"] = draw.Pick(NastyNames.Any);
        }

        if (type == "string" && draw.Chance(4))
        {
            schema.Add(draw.Pick<JProperty>([new("maxLength", int.MaxValue), new("maxLength", int.MaxValue + 1L), new("maxLength", long.MaxValue), new("minLength", 0), new("pattern", "^")]));
        }

        return mayBeNull ? Nullable(schema) : schema;
    }

    private JObject FlatProperty(bool isRequired) => draw.Chance(75) ? Primitive(mayBeNull: false) : Enumeration(mayBeNull: false);

    private JObject Property(int depth, int reach)
    {
        var schema = Any(depth + 1, reach);
        if (!schema.ContainsKey("$ref"))
        {
            if (draw.Chance(8))
            {
                schema[draw.Pick(["readOnly", "writeOnly", "deprecated"])] = true;
            }
        }

        return schema;
    }

    private JObject? Reference(int reach) => reach > 0 ? components.Reference(draw.Below(reach)) : null;

    // Draws a reference with a description, which OpenAPI 3.0 requires to be part of allOf.
    private JObject? Wrapper(int reach)
    {
        if (Reference(reach) is not { } reference)
        {
            return null;
        }

        var schema = new JObject { ["allOf"] = new JArray(reference), ["description"] = "Wrapped." };
        if (draw.Chance(40) && components.IsClass(reference))
        {
            schema["type"] = "object";
            schema["nullable"] = true;
        }

        return schema;
    }

    private JObject Nullable(JObject schema)
    {
        if (draw.Chance(15))
        {
            schema["nullable"] = true;
        }

        return schema;
    }
}
