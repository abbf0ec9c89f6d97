using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>Decides which types a union may hold, and how their JSON is told apart.</summary>
internal sealed class UnionBuilder(OpenApiContract contract, TypeBuilder types)
{
    public UnionModel Build(SourceMap node, SourceFile file, string name)
    {
        var option = 0;
        var alternatives = SchemaKinds.Alternatives(node)
            .Where(a => !ReferenceEquals(contract.Follow(a, OpenApi30.Schema, file)?.Node, node))
            .Select(alternative =>
            {
                var type = types.Follow(alternative, file, $"{name}Option{++option}");
                var (discriminator, values) = types.Polymorphism.Tell(node, file, alternative);
                return new AlternativeModel("", type, [.. Required(alternative, file)], discriminator, [.. values]) { At = new ContractPlace(file.Path, alternative.Start) };
            });
        return new UnionModel(name, node.Text("description")?.Trim(), node.Text("deprecated") == "true", Labeled(name, alternatives));
    }

    /// <summary>A union of types that no schema describes.</summary>
    public static UnionModel Of(string name, string description, IEnumerable<TypeModel> types)
        => new(name, description, IsDeprecated: false, Labeled(name, types.Select(t => new AlternativeModel("", t, [], null, []))));

    private static AlternativeModel[] Labeled(string name, IEnumerable<AlternativeModel> alternatives)
    {
        var labels = new NameScope(["Json", name]);
        var known = new List<AlternativeModel>();
        foreach (var alternative in alternatives)
        {
            var type = alternative.Type with { IsNullable = false };
            var same = known.FindIndex(k => k.Type == type);
            if (same >= 0)
            {
                known[same] = known[same] with { Values = [.. known[same].Values, .. alternative.Values] };
            }
            else
            {
                known.Add(alternative with { Label = labels.Take(type.Label, l => ["As" + l]), Type = type });
            }
        }

        return [.. known];
    }

    private IEnumerable<string> Required(SourceNode alternative, SourceFile file)
        => types.Members.Open(alternative, file) is { } located && SchemaKinds.Of(located.Node, isComponent: true) == SchemaKind.Class
            ? types.Members.Of(located).All().Required.Order(StringComparer.Ordinal)
            : [];
}
