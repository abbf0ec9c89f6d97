using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Compares what a schema is put together of: its alternatives, what it must not be.</summary>
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
                place.Add($"{place.Direction}-alternative-added", place.IsRequest ? Impact.Compatible : Impact.Risky, path, $"It may be a {name} now.", now);
            }
        }

        foreach (var removed in before.Keys.Except(after.Keys).Except(renamed.Values))
        {
            place.Add($"{place.Direction}-alternative-removed", place.IsRequest ? Impact.Breaking : Impact.Compatible, path, $"It may not be a {removed} any more.", now);
        }

        if (old["oneOf"] is not null != now["oneOf"] is not null)
        {
            var isTighter = now["oneOf"] is not null;
            place.Add(isTighter ? $"{place.Direction}-any-of-became-one-of" : $"{place.Direction}-one-of-became-any-of", isTighter == place.IsRequest ? Impact.Risky : Impact.Compatible,
                path, isTighter ? "It must be exactly one of its alternatives now, and could be several." : "It may be several of its alternatives now, and had to be exactly one.", now);
        }
    }

    // A component's name says nothing to callers, unless a discriminator has no mapping: then it is the value that is sent.
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
        else if (before is not null && after is not null && !JToken.DeepEquals(before.ToJson(), after.ToJson()))
        {
            // Whether more or less is forbidden, is not to be told from the two schemas alone.
            place.Add($"{place.Direction}-property-not-changed", Impact.Risky, path, "'not' changed.", now);
        }
    }

    private void CompareDiscriminator(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old["discriminator"] as SourceMap, now["discriminator"] as SourceMap);
        if (before is null != after is null)
        {
            var isAdded = after is not null;
            place.Add($"{place.Direction}-discriminator-{(isAdded ? "added" : "removed")}", isAdded == place.IsRequest ? Impact.Risky : Impact.Compatible, path,
                isAdded ? $"The property '{after!.Text("propertyName")}' tells the alternatives apart now." : $"The property '{before!.Text("propertyName")}' does not tell the alternatives apart any more.", now);
        }
        else if (before is not null && after is not null)
        {
            if (before.Text("propertyName") != after.Text("propertyName"))
            {
                place.Add($"{place.Direction}-discriminator-property-name-changed", Impact.Breaking, path, $"The property '{after.Text("propertyName")}' tells the alternatives apart, and '{before.Text("propertyName")}' did.", now);
            }

            CompareMapping(before.Map("mapping"), after.Map("mapping"), path, now);
        }
    }

    private void CompareMapping(SourceMap? old, SourceMap? now, string path, SchemaView at)
    {
        foreach (var entry in now?.Entries ?? [])
        {
            if (old?.Text(entry.Key.Text) is not { } before)
            {
                place.Add($"{place.Direction}-discriminator-mapping-added", place.IsRequest ? Impact.Compatible : Impact.Risky, path, $"'{entry.Key.Text}' stands for {now!.Text(entry.Key.Text)} now.", at);
            }
            else if (before != now!.Text(entry.Key.Text))
            {
                place.Add($"{place.Direction}-discriminator-mapping-changed", Impact.Breaking, path, $"'{entry.Key.Text}' stands for {now.Text(entry.Key.Text)}, and stood for {before}.", at);
            }
        }

        foreach (var removed in old?.Entries.Select(e => e.Key.Text).Where(k => now?.Has(k) != true) ?? [])
        {
            place.Add($"{place.Direction}-discriminator-mapping-removed", place.IsRequest ? Impact.Breaking : Impact.Compatible, path, $"'{removed}' stands for nothing any more.", at);
        }
    }
}
