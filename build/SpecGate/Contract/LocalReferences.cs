using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// Replaces references to names (<c>$anchor</c>, <c>$dynamicAnchor</c>, <c>$id</c>) by JSON pointers, such as
/// <c>#/components/schemas/Book</c>. Only names within the same document are resolved; nothing is downloaded.
/// </summary>
internal sealed class LocalReferences
{
    // The key includes the scope of the name: the pointer of the nearest enclosing schema with an $id, or "" for the document.
    private readonly Dictionary<(string Resource, string Name), string> _anchors = [];
    private readonly Dictionary<string, string> _resources = new(StringComparer.Ordinal);

    // The schemas with an $id by their pointers, for references into them.
    private readonly Dictionary<string, SourceMap> _schemas = new(StringComparer.Ordinal);

    private LocalReferences()
    {
    }

    /// <summary>Resolves the names in a document.</summary>
    /// <param name="root">The root of the document.</param>
    /// <returns>The document with references that are JSON pointers or refer to other files.</returns>
    public static SourceNode Resolve(SourceNode root)
    {
        var references = new LocalReferences();
        references.Collect(root, "", "");
        return references._anchors.Count == 0 && references._resources.Count == 0 ? root : references.Replace(root, "", "");
    }

    private void Collect(SourceNode node, string pointer, string resource)
    {
        if (node is SourceMap map)
        {
            resource = ResourceOf(map, pointer, resource);
            foreach (var key in new[] { "$anchor", "$dynamicAnchor" })
            {
                if (map.Text(key) is { } name)
                {
                    _anchors.TryAdd((resource, name), pointer);
                }
            }
        }

        foreach (var (child, place) in Children(node, pointer))
        {
            Collect(child, place, resource);
        }
    }

    private string ResourceOf(SourceMap map, string pointer, string resource)
    {
        // The $id of the document is its own address. Before draft 2019-09, an $id could be just an anchor.
        if (map.Text("$id")?.TrimEnd('#') is not { Length: > 0 } id || pointer.Length == 0)
        {
            return resource;
        }

        if (id.StartsWith('#'))
        {
            _anchors.TryAdd((resource, id[1..]), pointer);
            return resource;
        }

        _resources.TryAdd(id, pointer);
        _schemas.TryAdd(pointer, map);
        return pointer;
    }

    private SourceNode Replace(SourceNode node, string pointer, string resource)
        => node switch
        {
            SourceMap map => ReplaceIn(map, pointer, resource),
            SourceList list => new SourceList([.. list.Items.Select((item, index) => Replace(item, $"{pointer}/{index}", resource))], list.Start),
            _ => node,
        };

    private SourceMap ReplaceIn(SourceMap map, string pointer, string resource)
    {
        var own = map.Text("$id") is { } id && _resources.GetValueOrDefault(id.TrimEnd('#')) == pointer ? pointer : resource;
        return map with { Entries = [.. map.Entries.Select(e => Reference(e, own) ?? e with { Value = Replace(e.Value, Place(pointer, e.Key.Text), own) })] };
    }

    private SourceEntry? Reference(SourceEntry entry, string resource)
    {
        if (entry is not { Key.Text: "$ref" or "$dynamicRef", Value: SourceScalar text } || Target(text.Text, resource) is not { } target)
        {
            return null;
        }

        return new SourceEntry(entry.Key with { Text = "$ref" }, text with { Text = "#" + target });
    }

    private string? Target(string reference, string resource)
    {
        var parts = reference.Split('#', 2);
        if (parts[0].Length > 0)
        {
            // An $id may be absolute where the reference is relative, so the last segment is compared too.
            if (!_resources.TryGetValue(parts[0], out var found) && !_resources.TryGetValue(_resources.Keys.FirstOrDefault(k => k.EndsWith('/' + parts[0], StringComparison.Ordinal)) ?? "", out found))
            {
                return null;
            }

            resource = found;
        }

        var fragment = parts.Length > 1 ? parts[1] : "";
        return fragment is "" or ['/', ..]
            // In JSON Schema, the pointer starts at the nearest $id. Many authors start it at the document instead.
            ? _schemas.TryGetValue(resource, out var schema) && SourcePointer.Find(schema, fragment) is not null ? resource + fragment : null
            : _anchors.GetValueOrDefault((resource, fragment)) ?? _anchors.Where(a => a.Key.Name == fragment).Select(a => a.Value).FirstOrDefault();
    }

    private static IEnumerable<(SourceNode Node, string Pointer)> Children(SourceNode node, string pointer)
        => node switch
        {
            SourceMap map => map.Entries.Select(e => (e.Value, Place(pointer, e.Key.Text))),
            SourceList list => list.Items.Select((item, index) => (item, $"{pointer}/{index}")),
            _ => [],
        };

    private static string Place(string pointer, string key)
        => $"{pointer}/{Uri.EscapeDataString(key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}";
}
