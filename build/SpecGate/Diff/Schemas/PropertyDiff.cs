using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Diff.Schemas;

/// <summary>Compares the properties of an object, including additional properties.</summary>
internal sealed class PropertyDiff(SchemaPlace place, SchemaDiff schemas)
{
    public void Compare(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Properties(), now.Properties());
        var (requiredBefore, requiredAfter) = (old.Required(), now.Required());
        foreach (var (name, property) in after)
        {
            var at = path.Length > 0 ? $"{path}.{name}" : name;
            if (before.TryGetValue(name, out var earlier))
            {
                CompareProperty(earlier, property, at, requiredBefore.Contains(name), requiredAfter.Contains(name));
            }
            else
            {
                Add(property, at, requiredAfter.Contains(name));
            }
        }

        foreach (var (name, property) in before.Where(p => !after.ContainsKey(p.Key) && place.Carries(p.Value)))
        {
            Remove(property, path.Length > 0 ? $"{path}.{name}" : name, requiredBefore.Contains(name));
        }

        CompareUnnamed(old, now, path);
    }

    private void Add(SchemaView property, string at, bool isRequired)
    {
        var isAlwaysThere = isRequired && place.Carries(property);
        if (!place.IsRequest)
        {
            place.Add("response-property-added", Impact.Compatible, at, $"The {(isAlwaysThere ? "required " : "")}property was added.", property);
        }
        else if (isAlwaysThere && property.Text("default") is { } value)
        {
            place.Add("new-required-request-property-with-default", Impact.Compatible, at, $"The required property was added, with the default {value}.", property);
        }
        else
        {
            place.Add(isAlwaysThere ? "new-required-request-property" : "new-optional-request-property", isAlwaysThere ? Impact.Breaking : Impact.Compatible, at, $"The {(isAlwaysThere ? "required " : "")}property was added.", property);
        }
    }

    private void Remove(SchemaView property, string at, bool wasRequired)
        => place.Add(
            place.IsRequest ? "request-property-removed" : wasRequired ? "response-required-property-removed" : "response-optional-property-removed",
            !place.IsRequest && wasRequired ? Impact.Breaking : Impact.Risky, at,
            place.IsRequest ? "The property was removed; the API ignores or rejects it." : "The property was removed; callers no longer receive it.", property);

    private void CompareProperty(SchemaView old, SchemaView now, string at, bool wasRequired, bool isRequired)
    {
        if (place.Carries(old) != place.Carries(now))
        {
            CompareAccess(now, at, isRequired);
        }

        // A property that is sent on only one side was added or removed, so its other changes do not matter.
        if (place.Carries(old) && place.Carries(now))
        {
            CompareRequired(wasRequired, isRequired, now, at);
            schemas.Compare(old, now, at);
        }
    }

    private void CompareAccess(SchemaView now, string at, bool isRequired)
    {
        var isGone = !place.Carries(now);
        var impact = place.IsRequest
            ? isGone ? Impact.Risky : isRequired ? Impact.Breaking : Impact.Compatible
            : !isGone ? Impact.Compatible : isRequired ? Impact.Breaking : Impact.Risky;
        place.Add($"{place.Direction}-{(isRequired ? "required" : "optional")}-property-became-{(isGone ? "" : "not-")}{(place.IsRequest ? "read-only" : "write-only")}", impact, at,
            (place.IsRequest, isGone) switch
            {
                (true, true) => "It is now read-only; the API ignores or rejects it in requests.",
                (true, false) => $"It is no longer read-only; callers {(isRequired ? "must" : "may")} send it.",
                (false, true) => "It is now write-only; callers no longer receive it.",
                (false, false) => "It is no longer write-only; callers receive it.",
            }, now);
    }

    private void CompareRequired(bool wasRequired, bool isRequired, SchemaView now, string at)
    {
        if (isRequired != wasRequired)
        {
            place.Add(isRequired ? $"{place.Direction}-property-became-required" : $"{place.Direction}-property-became-optional",
                isRequired == place.IsRequest ? Impact.Breaking : Impact.Compatible, at, $"It became {(isRequired ? "required" : "optional")}.", now);
        }
    }

    private void CompareUnnamed(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Text("additionalProperties") != "false", now.Text("additionalProperties") != "false");
        if (before != after)
        {
            place.Add(after ? $"{place.Direction}-additional-properties-allowed" : $"{place.Direction}-additional-properties-forbidden",
                !after && place.IsRequest ? Impact.Breaking : Impact.Compatible, path, $"Additional properties are now {(after ? "allowed" : "forbidden")}.", now);
        }

        var (oldValue, value) = (old.Child("additionalProperties"), now.Child("additionalProperties"));
        if (oldValue is not null && value is not null)
        {
            schemas.Compare(oldValue, value, path + "{}");
        }
        else if (before && after && value is { IsAny: false })
        {
            place.Add($"{place.Direction}-additional-properties-schema-added", place.IsRequest ? Impact.Breaking : Impact.Compatible, path, $"Additional properties must now be of type {value.Kind}.", now);
        }
        else if (before && after && oldValue is { IsAny: false })
        {
            place.Add($"{place.Direction}-additional-properties-schema-removed", place.IsRequest ? Impact.Compatible : Impact.Risky, path, "Additional properties can now be of any type.", now);
        }
    }
}
