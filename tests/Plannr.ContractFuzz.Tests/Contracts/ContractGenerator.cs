using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Contracts;

/// <summary>Draws a contract with components and operations that use them.</summary>
internal sealed class ContractGenerator
{
    private readonly Draw _draw;
    private readonly Names _names;
    private readonly ComponentKinds _components;
    private readonly SchemaGenerator _schemas;
    private readonly JObject _definitions = [];

    private ContractGenerator(Draw draw)
    {
        _draw = draw;
        _names = new Names(draw);
        _components = new ComponentKinds(_names.Components(draw.Between(0, 7)));
        _schemas = new SchemaGenerator(draw, _names, _components);
    }

    public static JObject Generate(Draw draw) => new ContractGenerator(draw).Generate();

    private JObject Generate()
    {
        AddComponents();
        var (operations, paths) = (new OperationGenerator(_draw, _names, _schemas, _components), new JObject());
        for (var number = _draw.Between(1, 4); number > 0; number--)
        {
            operations.AddTo(paths, number);
        }

        var contract = new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = _draw.Chance(10) ? _draw.Pick(NastyNames.Any) : "Fuzz", ["version"] = "1.0.0" },
            ["paths"] = paths,
        };
        if (_definitions.Count > 0)
        {
            contract["components"] = new JObject { ["schemas"] = _definitions };
        }

        return contract;
    }

    private void AddComponents()
    {
        while (_definitions.Count < _components.Count)
        {
            var number = _definitions.Count;
            if (_components.Count - number >= 3 && _draw.Chance(20))
            {
                AddFamily(number);
                continue;
            }

            var schema = _draw.Chance(55) ? _schemas.Class(0, number) : _draw.Chance(35) ? _schemas.Derived(number) : null;
            if (schema is not null)
            {
                _components.AddClass(number, schema);
            }

            _definitions[_components.Names[number]] = schema ?? _schemas.Other(number);
        }
    }

    // Adds a class with a discriminator and its subtypes. A subtype may extend the previous one.
    private void AddFamily(int first)
    {
        var size = _draw.Between(2, _components.Count - first);
        var property = _draw.Chance(75) ? "kind" : _names.Property();
        var values = Enumerable.Range(first + 1, size - 1).ToDictionary(n => n, n => _draw.Chance(60) ? $"v{n}" : _components.Names[n]);
        var isInteger = _draw.Chance(8);
        var parent = _schemas.Class(1, first);
        var type = isInteger ? new JObject { ["type"] = "integer" } : new JObject { ["type"] = "string" };
        if (!isInteger && _draw.Chance(25))
        {
            type["enum"] = new JArray(values.Values);
        }

        if (_draw.Chance(85))
        {
            ((JObject)parent["properties"]!)[property] = type;
        }

        parent["required"] = new JArray(parent["required"]?.Where(r => (string)r! != property) ?? []) { property };
        parent.Remove("additionalProperties");
        parent["discriminator"] = new JObject { ["propertyName"] = property };
        if (isInteger || _draw.Chance(60))
        {
            parent["discriminator"]!["mapping"] = new JObject(values.Select(v => new JProperty(isInteger ? $"{v.Key}" : v.Value, _draw.Chance(80) ? _components.Pointer(v.Key) : _components.Names[v.Key])));
        }

        Define(first, parent);
        for (var number = first + 1; number < first + size; number++)
        {
            var ancestor = number > first + 1 && _draw.Chance(20) ? number - 1 : first;
            var parts = new JArray(_components.Reference(ancestor));
            if (_draw.Chance(85))
            {
                parts.Add(_schemas.Part(first, parts));
            }

            Define(number, new JObject { ["allOf"] = parts });
        }
    }

    private void Define(int number, JObject schema)
    {
        _components.AddClass(number, schema);
        _definitions[_components.Names[number]] = schema;
    }
}
