using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Compares what a schema is put together of: its alternatives, its base, what it must not be.</summary>
internal sealed class CompositionDiff(SchemaPlace place, SchemaDiff schemas)
{
    public void Compare(SchemaView old, SchemaView now, string path)
    {
        if (old.IsUnion && now.IsUnion)
        {
            CompareAlternatives(old, now, path);
        }

        CompareBase(old, now, path);
        CompareNot(old, now, path);
        CompareDiscriminator(old, now, path);
    }

    private void CompareAlternatives(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Alternatives(), now.Alternatives());
        foreach (var (name, alternative) in after)
        {
            if (before.TryGetValue(name, out var earlier))
            {
                schemas.Compare(earlier, alternative, $"{path}({name})", isRequired: false);
            }
            else
            {
                place.Add($"{place.Direction}-alternative-added", place.IsRequest ? Impact.Compatible : Impact.Risky, Impact.Compatible, path, $"It may be a {name} now.", now);
            }
        }

        foreach (var removed in before.Keys.Except(after.Keys))
        {
            place.Add($"{place.Direction}-alternative-removed", place.IsRequest ? Impact.Breaking : Impact.Compatible, Impact.Breaking, path, $"It may not be a {removed} any more.", now);
        }

        if (old["oneOf"] is not null != now["oneOf"] is not null)
        {
            var isTighter = now["oneOf"] is not null;
            place.Add(isTighter ? $"{place.Direction}-any-of-became-one-of" : $"{place.Direction}-one-of-became-any-of", isTighter == place.IsRequest ? Impact.Risky : Impact.Compatible, Impact.None,
                path, isTighter ? "It must be exactly one of its alternatives now, and could be several." : "It may be several of its alternatives now, and had to be exactly one.", now);
        }
    }

    // What the parts of allOf demand is compared as if it stood in the schema itself; this is about C# alone.
    private void CompareBase(SchemaView old, SchemaView now, string path)
    {
        if (old.Base != now.Base)
        {
            place.Add("base-class-changed", Impact.None, old.Base is null ? Impact.Compatible : Impact.Breaking, path, $"The base class changed from {old.Base ?? "none"} to {now.Base ?? "none"}.", now);
        }
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
            place.Add($"{place.Direction}-property-not-changed", Impact.Risky, Impact.None, path, "'not' changed.", now);
        }
    }

    private void CompareDiscriminator(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old["discriminator"] as SourceMap, now["discriminator"] as SourceMap);
        if (before is null != after is null)
        {
            var isAdded = after is not null;
            place.Add($"{place.Direction}-discriminator-{(isAdded ? "added" : "removed")}", isAdded == place.IsRequest ? Impact.Risky : Impact.Compatible, Impact.Risky, path,
                isAdded ? $"The property '{after!.Text("propertyName")}' tells the alternatives apart now." : $"The property '{before!.Text("propertyName")}' does not tell the alternatives apart any more.", now);
        }
        else if (before is not null && after is not null)
        {
            if (before.Text("propertyName") != after.Text("propertyName"))
            {
                place.Add($"{place.Direction}-discriminator-property-name-changed", Impact.Breaking, Impact.None, path, $"The property '{after.Text("propertyName")}' tells the alternatives apart, and '{before.Text("propertyName")}' did.", now);
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
                place.Add($"{place.Direction}-discriminator-mapping-added", place.IsRequest ? Impact.Compatible : Impact.Risky, Impact.None, path, $"'{entry.Key.Text}' stands for {now!.Text(entry.Key.Text)} now.", at);
            }
            else if (before != now!.Text(entry.Key.Text))
            {
                place.Add($"{place.Direction}-discriminator-mapping-changed", Impact.Breaking, Impact.None, path, $"'{entry.Key.Text}' stands for {now.Text(entry.Key.Text)}, and stood for {before}.", at);
            }
        }

        foreach (var removed in old?.Entries.Select(e => e.Key.Text).Where(k => now?.Has(k) != true) ?? [])
        {
            place.Add($"{place.Direction}-discriminator-mapping-removed", place.IsRequest ? Impact.Breaking : Impact.Compatible, Impact.None, path, $"'{removed}' stands for nothing any more.", at);
        }
    }
}
