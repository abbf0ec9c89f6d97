using System.Buffers;
using System.Text;
using Newtonsoft.Json;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Tests.Fuzzing;

/// <summary>Creates unusual and invalid contracts by changing the text or the structure of valid ones.</summary>
internal sealed class ContractMutator(Random random, IReadOnlyList<string> contracts)
{
    // More levels than the gate allows, and few enough for the time limit of a case.
    private const int Deep = 400;

    private static readonly SearchValues<char> Special = SearchValues.Create(",[]{}#&*!|>'\"%@`:?-\n");

    // Replacements of a value: each kind of value, empty and not empty, and a reference to the document that contains it.
    private static readonly string[] Replacements = ["''", "text", "1", "~", "[]", "[text]", "{}", "{ text: text }", "{ $ref: '#' }", "{ '': {} }"];

    private readonly List<SourceNode> _nodes = [];

    /// <summary>Gets the contract that is mutated.</summary>
    public string Original { get; } = contracts[random.Next(contracts.Count)];

    /// <summary>Replaces each value of a contract in turn, and each key with an empty one.</summary>
    /// <returns>The contracts, each with a single replacement.</returns>
    public static IEnumerable<string> ReplaceEach(string contract)
    {
        var mutator = new ContractMutator(new Random(0), [contract]);
        if (Parse(contract) is not { } root)
        {
            yield break;
        }

        mutator.Gather(root);
        var replacements = Replacements.Select(r => Parse(r) ?? Text("")).ToArray();
        foreach (var node in mutator._nodes)
        {
            foreach (var replacement in replacements.Concat(node is SourceMap map ? WithEmptyKeys(map) : []))
            {
                var text = new StringBuilder();
                Write(Replace(root, node, replacement), text);
                yield return text.ToString();
            }
        }
    }

    private static IEnumerable<SourceMap> WithEmptyKeys(SourceMap map)
        => map.Entries.Select(entry => map with { Entries = [.. map.Entries.Select(e => e == entry ? e with { Key = Text("") } : e)] });

    public string Mutate()
    {
        var mutations = 1 + random.Next(3);
        if (random.Next(3) == 0 || Parse(Original) is not { } root)
        {
            return MutateText(mutations);
        }

        for (var i = 0; i < mutations; i++)
        {
            _nodes.Clear();
            Gather(root);
            var target = _nodes[random.Next(_nodes.Count)];
            root = Replace(root, target, Another(target));
        }

        // A structural mutation is sometimes followed by a mutation of the text.
        var text = new StringBuilder();
        Write(root, text);
        return random.Next(10) == 0 ? Spoil(text.ToString()) : text.ToString();
    }

    private string MutateText(int mutations)
    {
        var text = Original;
        for (var i = 0; i < mutations; i++)
        {
            text = Spoil(text);
        }

        return text;
    }

    private static SourceNode? Parse(string text) => SourceReader.Read("", text, []);

    private string Spoil(string text)
    {
        var at = random.Next(text.Length + 1);
        var end = Math.Min(text.Length, at + random.Next(1, 60));
        return random.Next(9) switch
        {
            0 => text[..at] + text[end..],
            1 => text[..end] + text[at..],
            2 => text[..at],
            3 => Between(text, at, contracts[random.Next(contracts.Count)]),
            4 => text[..at] + new string("[{(- \t"[random.Next(6)], random.Next(1, Deep)) + text[at..],
            5 => text.Replace("\n", random.Next(2) == 0 ? "\r\n" : "\r", StringComparison.Ordinal),
            _ => text[..at] + Any(HostileTexts.Pieces) + text[(random.Next(2) == 0 ? at : end)..],
        };
    }

    private string Between(string text, int at, string other)
    {
        var from = random.Next(other.Length + 1);
        return text[..at] + other[from..Math.Min(other.Length, from + random.Next(200))] + text[at..];
    }

    private void Gather(SourceNode node)
    {
        _nodes.Add(node);
        foreach (var child in node switch { SourceMap map => map.Entries.Select(e => e.Value), SourceList list => list.Items, _ => [] })
        {
            Gather(child);
        }
    }

    // Copies the document with one value replaced.
    private static SourceNode Replace(SourceNode node, SourceNode target, SourceNode replacement)
        => ReferenceEquals(node, target) ? replacement : node switch
        {
            SourceMap map => map with { Entries = [.. map.Entries.Select(e => e with { Value = Replace(e.Value, target, replacement) })] },
            SourceList list => list with { Items = [.. list.Items.Select(i => Replace(i, target, replacement))] },
            _ => node,
        };

    private SourceNode Another(SourceNode node)
        => (random.Next(8), node) switch
        {
            (0 or 1, SourceMap { Entries.Count: > 0 } map) => map with { Entries = [.. map.Entries.Where((_, i) => i != random.Next(map.Entries.Count))] },
            (2, SourceMap { Entries.Count: > 0 } map) => Renamed(map),
            (3 or 4, SourceMap map) => map with { Entries = [.. map.Entries, new SourceEntry(Text(Any(HostileTexts.Keys)), Value())] },
            (0, SourceList { Items.Count: > 0 } list) => list with { Items = [.. list.Items.Skip(1)] },
            (1 or 2, SourceList list) => list with { Items = [.. list.Items, Value()] },
            (3, SourceScalar scalar) => scalar with { IsQuoted = !scalar.IsQuoted },
            (4, SourceScalar scalar) => scalar with { Text = scalar.Text + Any(HostileTexts.Pieces), IsQuoted = true },
            (5, _) => Wrapped(node),
            _ => Value(),
        };

    private SourceMap Renamed(SourceMap map)
    {
        var renamed = random.Next(map.Entries.Count);
        return map with { Entries = [.. map.Entries.Select((e, i) => i == renamed ? e with { Key = Text(Any(HostileTexts.Keys)) } : e)] };
    }

    private SourceNode Wrapped(SourceNode node)
    {
        var times = random.Next(20) == 0 ? Deep : 1;
        var key = Any(["allOf", "oneOf", "items", "additionalProperties", "not", "properties", "x-a"]);
        for (var i = 0; i < times; i++)
        {
            SourceNode inner = key.EndsWith("Of", StringComparison.Ordinal) ? new SourceList([node, .. random.Next(2) == 0 ? [node] : Array.Empty<SourceNode>()], default) : node;
            node = new SourceMap([new SourceEntry(Text(key), inner)], default);
            // Doubling the node at each level would create gigabytes.
            if (times == Deep && inner is SourceList { Items.Count: > 1 })
            {
                break;
            }
        }

        return node;
    }

    private SourceNode Value() => random.Next(4) switch
    {
        0 => _nodes[random.Next(_nodes.Count)],
        1 => new SourceMap([new SourceEntry(Text("$ref"), Text(Pointer()))], default),
        _ => Parse(Any(HostileTexts.Values)) ?? Text(""),
    };

    // Returns a pointer to any value in the document.
    private string Pointer()
    {
        var pointer = new StringBuilder("#");
        var node = _nodes[0];
        while (node is SourceMap { Entries: { Count: > 0 } entries } && random.Next(6) > 0)
        {
            var entry = entries[random.Next(entries.Count)];
            pointer.Append('/').Append(Uri.EscapeDataString(entry.Key.Text.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)));
            node = entry.Value;
        }

        return pointer.ToString();
    }

    private static SourceScalar Text(string text) => new(text, IsQuoted: true, default);

    private string Any(string[] texts) => texts[random.Next(texts.Length)];

    // Writes JSON, except plain scalars, which only YAML has.
    private static void Write(SourceNode node, StringBuilder text)
    {
        switch (node)
        {
            case SourceScalar scalar:
                text.Append(scalar.IsQuoted || scalar.Text.AsSpan().ContainsAny(Special) ? JsonConvert.ToString(scalar.Text) : scalar.Text);
                break;
            case SourceList list:
                Write(list.Items, "[]", i => Write(i, text), text);
                break;
            case SourceMap map:
                Write(map.Entries, "{}", e => { Write(e.Key with { IsQuoted = true }, text); text.Append(": "); Write(e.Value, text); }, text);
                break;
        }
    }

    private static void Write<T>(IReadOnlyList<T> parts, string brackets, Action<T> write, StringBuilder text)
    {
        text.Append(brackets[0]);
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? ",\n" : "");
            write(parts[i]);
        }

        text.Append(brackets[1]);
    }
}
