using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Checks examples, defaults and enum values against their schemas.</summary>
internal sealed class ValueRules
{
    private readonly OpenApiContract _contract;
    private readonly Findings _findings;
    private readonly Dictionary<ValueDirection, ValueSchemas> _schemas;
    private readonly ValueValidator _validator = new();
    private readonly List<Check> _checks = [];

    private ValueRules(OpenApiContract contract, Findings findings)
    {
        _contract = contract;
        _findings = findings;
        _schemas = Enum.GetValues<ValueDirection>().ToDictionary(d => d, d => new ValueSchemas(contract, d));
    }

    public static async Task CheckAsync(OpenApiContract contract, Findings findings)
    {
        var rules = new ValueRules(contract, findings);
        rules.AddSchemas();
        rules.AddExamples();
        foreach (var schemas in rules._schemas.Values)
        {
            await schemas.ParseAsync();
        }

        rules._checks.ForEach(rules.Run);
    }

    private void AddSchemas()
    {
        foreach (var schema in _contract.Of(OpenApi30.Schema))
        {
            if (schema.Node.Has("enum"))
            {
                var withoutEnum = WithoutEnum(schema);
                foreach (var value in schema.Node.List("enum"))
                {
                    Add(Rule.EnumMisfit, "enum value", value, withoutEnum, schema.File);
                }
            }

            Add(Rule.DefaultMisfit, "default", schema.Node["default"], schema, schema.File);
            // The first of several examples may also be the example, and is then one finding.
            SourceNode?[] examples = [schema.Node["example"], .. schema.Node.List("examples")];
            foreach (var example in examples)
            {
                Add(Rule.ExampleMisfit, "example", example, schema, schema.File);
            }
        }
    }

    private void AddExamples()
    {
        var directions = new ValueDirections(_contract);
        foreach (var owner in _contract.Objects.Where(o => o.Shape == OpenApi30.MediaType || o.Shape == OpenApi30.Parameter || o.Shape == OpenApi30.Header))
        {
            if (_contract.Follow(owner.Node["schema"], OpenApi30.Schema, owner.File) is not { } schema)
            {
                continue;
            }

            Add(Rule.ExampleMisfit, "example", owner.Node["example"], schema, owner.File, directions.Of(owner.Node));
            foreach (var named in owner.Node.Map("examples")?.Entries ?? [])
            {
                if (_contract.Follow(named.Value, OpenApi30.Example, owner.File) is { } example)
                {
                    Add(Rule.ExampleMisfit, $"example '{named.Key.Text}'", example.Node["value"], schema, example.File, directions.Of(owner.Node));
                }
            }
        }
    }

    private void Add(Rule rule, string what, SourceNode? value, ContractObject schema, SourceFile file, ValueDirection direction = ValueDirection.None)
    {
        if (value is not null)
        {
            _schemas[direction].Add(schema);
            _checks.Add(new Check(rule, what, value, _schemas[direction], schema.Node, file));
        }
    }

    private void Run(Check check)
    {
        try
        {
            foreach (var error in _validator.Check(check.Value.ToJson(), check.Schemas[check.Schema]))
            {
                if (check.Rule == Rule.DefaultMisfit)
                {
                    _contract.UnfitDefaults.Add(check.Value);
                }

                var at = error.Path is { Length: > 2 } path ? $" at '{path[2..]}'" : "";
                _findings.Add(check.Rule, check.File.Path, Find(check.Value, error.Path ?? "").Start, $"The {check.What} does not fit its schema{at}: {error.Kind}. Correct the value or the schema.");
            }
        }
        catch (NotCheckedException exception)
        {
            _findings.Add(Rule.NotChecked, check.File.Path, check.Value.Start, $"The {check.What} could not be checked against its schema: {exception.Message.TrimEnd('.')}.");
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
                SourceList list when int.TryParse(name, out var index) && index >= 0 && index < list.Items.Count => list.Items[index],
                _ => place,
            };
        }

        return place;
    }

    private static ContractObject WithoutEnum(ContractObject schema)
        => schema with { Node = schema.Node with { Entries = [.. schema.Node.Entries.Where(e => e.Key.Text != "enum")] } };

    private sealed record Check(Rule Rule, string What, SourceNode Value, ValueSchemas Schemas, SourceMap Schema, SourceFile File);
}
