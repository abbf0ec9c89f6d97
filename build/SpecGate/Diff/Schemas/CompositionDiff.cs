using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Schemas;

/// <summary>Compares the schemas that a schema is composed of: its alternatives, <c>not</c>, and its discriminator.</summary>
internal sealed class CompositionDiff(SchemaPlace place, SchemaDiff schemas)
{
    public void Compare(SchemaView old, SchemaView now, string path)
    {
        if (old.IsUnion && now.IsUnion)
        {
            CompareAlternatives(old, now, path);
        }

        CompareNot(old, now, path);
        CompareDiscriminator(old, now, path);
    }

    private void CompareAlternatives(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Alternatives(), now.Alternatives());
        var renamed = Renamed(before, after, now);
        foreach (var (name, alternative) in after)
        {
            if (before.TryGetValue(renamed.GetValueOrDefault(name, name), out var earlier))
            {
                schemas.Compare(earlier, alternative, $"{path}({name})");
            }
            else
            {
                place.Add($"{place.Direction}-alternative-added", place.IsRequest ? Impact.Compatible : Impact.Risky, path, $"The alternative {name} was added.", now);
            }
        }

        foreach (var removed in before.Keys.Except(after.Keys).Except(renamed.Values))
        {
            place.Add($"{place.Direction}-alternative-removed", place.IsRequest ? Impact.Breaking : Impact.Compatible, path, $"The alternative {removed} was removed.", now);
        }

        if (old["oneOf"] is not null != now["oneOf"] is not null)
        {
            var isTighter = now["oneOf"] is not null;
            place.Add(isTighter ? $"{place.Direction}-any-of-became-one-of" : $"{place.Direction}-one-of-became-any-of", isTighter == place.IsRequest ? Impact.Risky : Impact.Compatible,
                path, isTighter ? "The value must now match exactly one alternative; before, it could match several." : "The value can now match several alternatives; before, it had to match exactly one.", now);
        }
    }

    // Callers do not see the name of a component, unless a discriminator has no mapping. The name is then the value that is sent.
    private static Dictionary<string, string> Renamed(IReadOnlyDictionary<string, SchemaView> before, IReadOnlyDictionary<string, SchemaView> after, SchemaView now)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, alternative) in after.Where(a => !before.ContainsKey(a.Key) && !IsSent(a.Key)))
        {
            if (before.FirstOrDefault(b => !after.ContainsKey(b.Key) && !renamed.ContainsValue(b.Key) && JToken.DeepEquals(b.Value.Node.ToJson(), alternative.Node.ToJson())).Key is { } old)
            {
                renamed.Add(name, old);
            }
        }

        return renamed;

        bool IsSent(string name)
            => now["discriminator"] is SourceMap discriminator
                && discriminator.Map("mapping")?.Entries.Any(e => e.Value is SourceScalar target && target.Text.Split('/')[^1] == name) != true;
    }

    private void CompareNot(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old["not"], now["not"]);
        if (before is null != after is null)
        {
            var isTighter = after is not null;
            place.AddLimit($"{place.Direction}-property-not-{(isTighter ? "added" : "removed")}", isTighter, path, $"'not' was {(isTighter ? "added" : "removed")}.", now);
        }
        else if (!JToken.DeepEquals(before?.ToJson(), after?.ToJson()))
        {
            // The two schemas do not show whether the change forbids more or fewer values.
            place.Add($"{place.Direction}-property-not-changed", Impact.Risky, path, "'not' changed.", now);
        }
    }

    private void CompareDiscriminator(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old["discriminator"] as SourceMap, now["discriminator"] as SourceMap);
        var (from, to) = (before?.Text("propertyName"), after?.Text("propertyName"));
        if (before is null != after is null)
        {
            var isAdded = after is not null;
            place.Add($"{place.Direction}-discriminator-{(isAdded ? "added" : "removed")}", isAdded == place.IsRequest ? Impact.Risky : Impact.Compatible, path,
                isAdded ? $"The discriminator '{to}' was added." : $"The discriminator '{from}' was removed.", now);
        }
        else
        {
            if (from != to)
            {
                place.Add($"{place.Direction}-discriminator-property-name-changed", Impact.Breaking, path, $"The discriminator changed from '{from}' to '{to}'.", now);
            }

            CompareMapping(before?.Map("mapping"), after?.Map("mapping"), path, now);
        }
    }

    private void CompareMapping(SourceMap? old, SourceMap? now, string path, SchemaView at)
    {
        foreach (var entry in now?.Entries ?? [])
        {
            if (old?.Text(entry.Key.Text) is not { } before)
            {
                place.Add($"{place.Direction}-discriminator-mapping-added", place.IsRequest ? Impact.Compatible : Impact.Risky, path, $"The discriminator value '{entry.Key.Text}' was added, for {now!.Text(entry.Key.Text)}.", at);
            }
            else if (before != now!.Text(entry.Key.Text))
            {
                place.Add($"{place.Direction}-discriminator-mapping-changed", Impact.Breaking, path, $"The schema for the discriminator value '{entry.Key.Text}' changed from {before} to {now.Text(entry.Key.Text)}.", at);
            }
        }

        foreach (var removed in old?.Entries.Select(e => e.Key.Text).Where(k => now?.Has(k) != true) ?? [])
        {
            place.Add($"{place.Direction}-discriminator-mapping-removed", place.IsRequest ? Impact.Breaking : Impact.Compatible, path, $"The discriminator value '{removed}' was removed.", at);
        }
    }
}
