using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>
/// Turns the references of JSON Schema that go by a name (<c>$anchor</c>, <c>$dynamicAnchor</c>, <c>$id</c>) into references by
/// place, such as <c>#/components/schemas/Book</c>. Only names within the same document are known; nothing is fetched.
/// </summary>
internal sealed class LocalReferences
{
    // By the schema that the name is valid in: the nearest around it with an $id, or the document.
    private readonly Dictionary<(string Resource, string Name), string> _anchors = [];
    private readonly Dictionary<string, string> _resources = new(StringComparer.Ordinal);

    // Of the schemas with an $id, for references into them.
    private readonly Dictionary<string, SourceMap> _schemas = new(StringComparer.Ordinal);

    private LocalReferences()
    {
    }

    /// <summary>Resolves the names in a document.</summary>
    /// <param name="root">The root of the document.</param>
    /// <returns>The document, whose references all go by place or lead to other files.</returns>
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
        // The $id of a document says where it lies, and that of a draft before 2019 may be only an anchor.
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
            // An $id may be relative or absolute; what follows the last slash tells those of a document apart.
            if (!_resources.TryGetValue(parts[0], out var found) && !_resources.TryGetValue(_resources.Keys.FirstOrDefault(k => k.EndsWith('/' + parts[0], StringComparison.Ordinal)) ?? "", out found))
            {
                return null;
            }

            resource = found;
        }

        var fragment = parts.Length > 1 ? parts[1] : "";
        return fragment is "" or ['/', ..]
            // Many write the place in the document, although JSON Schema has it begin at the nearest $id.
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
