using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Schemas;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Finds missing descriptions and examples, and unused components.</summary>
internal static class DocumentationRules
{
    // Security schemes are not in this list, because they are used by name.
    private static readonly string[] UsedByReference = ["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks"];

    public static void Check(OpenApiContract contract, Findings findings)
    {
        foreach (var (node, _, file) in contract.Of(OpenApi30.Operation).Where(o => !o.Node.Has("summary")))
        {
            findings.Add(Rule.NoDescription, file.Path, node.Start, "The operation has no summary for the documentation of its method. Add one.");
        }

        foreach (var (node, _, file) in contract.Of(OpenApi30.Parameter).Where(o => !o.Node.Has("description")))
        {
            findings.Add(Rule.NoDescription, file.Path, node.Start, $"The parameter '{node.Text("name")}' has no description. Add one.");
        }

        foreach (var (node, _, file) in contract.Of(OpenApi30.Schema))
        {
            foreach (var property in node.Map("properties")?.Entries ?? [])
            {
                if (contract.Follow(property.Value, OpenApi30.Schema, file) is { } schema && SchemaKinds.Remark(schema.Node, "description") is null)
                {
                    findings.Add(Rule.NoDescription, file.Path, property.Key.Start, $"The property '{property.Key.Text}' has no description. Add one.");
                }
            }
        }

        CheckExamples(contract, findings);
        CheckUse(contract, findings);
    }

    private static void CheckExamples(OpenApiContract contract, Findings findings)
    {
        foreach (var (operation, _, file) in contract.Of(OpenApi30.Operation))
        {
            foreach (var entry in operation.Map("responses")?.Entries.Where(e => e.Key.Text.StartsWith('2')) ?? [])
            {
                if (contract.Follow(entry.Value, OpenApi30.Response, file) is not { } response)
                {
                    continue;
                }

                foreach (var content in response.Node.Map("content")?.Entries ?? [])
                {
                    if (content.Value is SourceMap media && !HasExample(media, response, contract))
                    {
                        findings.Add(Rule.NoExample, response.File.Path, content.Key.Start, $"The response {entry.Key.Text} has no example. Add one: the sandbox, the documentation and the tests use it.");
                    }
                }
            }
        }
    }

    private static bool HasExample(SourceMap media, ContractObject response, OpenApiContract contract)
        => media.Has("example")
            || media.Map("examples") is { Entries.Count: > 0 }
            || (contract.Follow(media["schema"], OpenApi30.Schema, response.File)?.Node is { } schema && (schema.Has("example") || schema.Text("format") == "binary"));

    private static void CheckUse(OpenApiContract contract, Findings findings)
    {
        var components = contract.Root.Map("components");
        var mapped = contract.Of(OpenApi30.Schema).SelectMany(s => Discriminator.Mapping(contract, s.Node, s.File)).Select(m => m.Target).ToHashSet<SourceNode?>(ReferenceEqualityComparer.Instance);
        // A contract without operations exists for its schemas, so none of them is unused.
        var kinds = contract.Of(OpenApi30.Operation).Any() ? UsedByReference : UsedByReference.Where(k => k != "schemas");
        foreach (var component in kinds.SelectMany(kind => components?.Map(kind)?.Entries ?? []).Where(c => !contract.Used.Contains(c.Value) && !mapped.Contains(c.Value) && !IsSubtype(c.Value, contract)))
        {
            findings.Add(Rule.Unused, contract.Main.Path, component.Key.Start, $"Nothing refers to '{component.Key.Text}'. Use it, or remove it.");
        }

        var required = contract.Objects.Where(o => o.Shape == OpenApi30.Document || o.Shape == OpenApi30.Operation)
            .SelectMany(o => o.Node.List("security")).OfType<SourceMap>().SelectMany(r => r.Entries).Select(e => e.Key.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var scheme in components?.Map("securitySchemes")?.Entries.Where(e => !required.Contains(e.Key.Text)) ?? [])
        {
            findings.Add(Rule.Unused, contract.Main.Path, scheme.Key.Start, $"No security requirement names '{scheme.Key.Text}'. Use it, or remove it.");
        }
    }

    // A schema that inherits from a schema with a discriminator is used wherever that schema is used.
    private static bool IsSubtype(SourceNode component, OpenApiContract contract)
    {
        var seen = new HashSet<SourceMap>();
        var open = new Queue<SourceNode>([component]);
        while (open.TryDequeue(out var type))
        {
            foreach (var part in type is SourceMap map && seen.Add(map) ? map.List("allOf") : [])
            {
                if (contract.Follow(part, OpenApi30.Schema, contract.Main)?.Node is not { } parent)
                {
                    continue;
                }

                if (parent.Has("discriminator"))
                {
                    return true;
                }

                open.Enqueue(parent);
            }
        }

        return false;
    }
}
