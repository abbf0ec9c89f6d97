using System.Text.RegularExpressions;
using Plannr.SpecGate.Reporting;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Plannr.SpecGate.Source;

/// <summary>Reads YAML, which includes JSON, and keeps the position of each value.</summary>
internal sealed partial class SourceReader
{
    /// <summary>The maximum depth of a document. All code that traverses a document is recursive.</summary>
    public const int MaxDepth = 256;

    /// <summary>The maximum number of values that aliases may add to a document. Each use counts, because nested aliases multiply.</summary>
    private const int MaxRepeated = 100_000;

    private const string CoreTags = "tag:yaml.org,2002:";

    private readonly string _file;
    private readonly string _text;
    private readonly Findings _findings;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, Anchored> _anchors = [];
    private int _depth;
    private int _deepest;
    private int _count;
    private int _repeated;

    private SourceReader(string file, string text, Findings findings)
    {
        _file = file;
        _text = text;
        _findings = findings;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a document, and adds syntax errors to the findings.</summary>
    /// <returns>The root, or null if the document is empty or cannot be read.</returns>
    public static SourceNode? Read(string file, string text, Findings findings)
    {
        var reader = new SourceReader(file, WithoutSpacesBeforeBlockScalars(text), findings);
        try
        {
            return reader.ReadDocument();
        }
        catch (SourceException exception)
        {
            findings.Add(exception.Rule, file, reader.Within(exception.Mark), exception.Message);
        }
        catch (YamlException exception)
        {
            findings.Add(Rule.Syntax, file, reader.PlaceOf(exception), $"{exception.Message.TrimEnd('.')}. Check the indentation, and quote text that contains : # {{ }} [ ] or starts with a special character.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner throws these exceptions for some incomplete or invalid texts.
            findings.Add(Rule.Syntax, file, reader.LastPlace(), "The text after this place is neither YAML nor JSON. Check the brackets, the quotes and the escapes.");
        }

        return null;
    }

    // YamlDotNet rejects a block scalar that begins with a blank line longer than its indentation. The spaces of such a line affect
    // neither the content nor the positions.
    private static string WithoutSpacesBeforeBlockScalars(string text)
        => text.Contains('|', StringComparison.Ordinal) || text.Contains('>', StringComparison.Ordinal)
            ? BlankLinesOfBlockScalar().Replace(text, m => m.Groups[1].Value + m.Groups[2].Value.Replace(" ", "", StringComparison.Ordinal))
            : text;

    private SourceNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _findings.Add(Rule.Syntax, _file, MarkOf(second.Start), "A second document starts here, but a contract must be a single document. Remove the '---' and the text after it.");
        }

        return root is SourceScalar { Text: "", IsQuoted: false } ? null : root;
    }

    private SourceNode ReadNode()
    {
        _count++;
        switch (_parser.Consume<ParsingEvent>())
        {
            case AnchorAlias alias:
                return ReadAlias(alias);
            case Scalar scalar:
                return Anchor(scalar, ReadScalar(scalar), 1, _depth);
            case SequenceStart sequence:
                return ReadNested(sequence, () => new SourceList(ReadItems(), MarkOf(sequence.Start)));
            case MappingStart mapping:
                return ReadNested(mapping, () => new SourceMap(ReadEntries(), MarkOf(mapping.Start)));
            case var other:
                throw new SourceException(Rule.Syntax, MarkOf(other.Start), "Expected a value.");
        }
    }

    private SourceNode ReadAlias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var anchored))
        {
            throw new SourceException(Rule.Syntax, MarkOf(alias.Start), $"The alias *{alias.Value} has no complete anchor before it. Define the anchor first. It cannot contain its own alias.");
        }

        _repeated += anchored.Count;
        _count += anchored.Count;
        if (_repeated > MaxRepeated)
        {
            throw new SourceException(Rule.TooLarge, MarkOf(alias.Start), $"The aliases up to here repeat more than {MaxRepeated} values. Use $ref, which repeats nothing.");
        }

        Enter(alias.Start, anchored.Height);
        return anchored.Node;
    }

    private SourceScalar ReadScalar(Scalar scalar)
    {
        CheckTag(scalar);
        if (HasLoneSurrogate(scalar.Value))
        {
            throw new SourceException(Rule.Syntax, MarkOf(scalar.Start), "The text contains half of a surrogate pair. Write both halves, such as \"\\uD83D\\uDE00\", or the character itself.");
        }

        var isText = scalar.Style != ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value is "!" or CoreTags + "str");
        return new SourceScalar(scalar.Value, isText, MarkOf(scalar.Start));
    }

    private SourceNode ReadNested(NodeEvent start, Func<SourceNode> read)
    {
        CheckTag(start);
        var (before, outerDeepest) = (_count, _deepest);
        Enter(start.Start, height: 1);
        _depth++;
        _deepest = _depth;
        var node = read();
        _depth--;
        node = Anchor(start, node, _count - before + 1, _deepest);
        _deepest = Math.Max(_deepest, outerDeepest);
        return node;
    }

    private void Enter(YamlDotNet.Core.Mark place, int height)
    {
        if (_depth + height > MaxDepth)
        {
            throw new SourceException(Rule.TooLarge, MarkOf(place), $"The document is nested more than {MaxDepth} levels deep here. Move inner schemas to components.schemas, and reference them with $ref.");
        }

        _deepest = Math.Max(_deepest, _depth + height);
    }

    private List<SourceNode> ReadItems()
    {
        var items = new List<SourceNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return items;
    }

    private List<SourceEntry> ReadEntries()
    {
        var entries = new List<SourceEntry>();
        var known = new Dictionary<string, SourceScalar>(StringComparer.Ordinal);
        var merged = new List<SourceNode>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var keyNode = ReadNode();
            var value = ReadNode();
            if (keyNode is not SourceScalar key)
            {
                _findings.Add(Rule.WrongKind, _file, keyNode.Start, "A key must be text.");
            }
            else if (!known.TryAdd(key.Text, key))
            {
                _findings.Add(Rule.DuplicateKey, _file, key.Start, $"'{key.Text}' is a duplicate key: line {known[key.Text].Start.Line} has it already. Remove one of the two.");
            }
            else if (key is { Text: "<<", IsQuoted: false })
            {
                merged.Add(value);
            }
            else
            {
                entries.Add(new SourceEntry(key, value));
            }
        }

        merged.ForEach(m => Merge(m, entries, known));
        return entries;
    }

    // YAML 1.1's merge key adds the entries of one or several maps, except for keys that the map has itself.
    private void Merge(SourceNode value, List<SourceEntry> entries, Dictionary<string, SourceScalar> known)
    {
        foreach (var source in value is SourceList list ? list.Items : [value])
        {
            if (source is not SourceMap map)
            {
                _findings.Add(Rule.WrongKind, _file, source.Start, "The merge key '<<' expects an object, an alias of one, or a list of these.");
                continue;
            }

            entries.AddRange(map.Entries.Where(e => known.TryAdd(e.Key.Text, e.Key)));
        }
    }

    private SourceNode Anchor(NodeEvent source, SourceNode node, int count, int deepest)
    {
        if (!source.Anchor.IsEmpty)
        {
            _anchors[source.Anchor] = new Anchored(node, count, deepest - _depth);
        }

        return node;
    }

    // JSON has no types for other tags: !!binary would have to be decoded from Base64, and !!timestamp is text.
    private void CheckTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty && !(node.Tag.Value is "!" || node.Tag.Value is [.., _] tag && tag.StartsWith(CoreTags, StringComparison.Ordinal) && tag[CoreTags.Length..] is "str" or "int" or "float" or "bool" or "null" or "seq" or "map"))
        {
            _findings.Add(Rule.WrongKind, _file, MarkOf(node.Start), $"The tag '{node.Tag.Value}' has no meaning in OpenAPI. Remove it, and quote the value if it is text.");
        }
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    // YamlDotNet reports some errors without a position.
    private Mark PlaceOf(YamlException exception)
    {
        var last = LastPlace();
        return exception.Start.Index > 0 || last == new Mark(1, 1) ? Within(MarkOf(exception.Start)) : FirstTab(last.Line) ?? last;
    }

    // For a text without a final line break, YamlDotNet reports the end one line too far.
    private Mark Within(Mark mark)
        => _text.Split('\n') is { Length: var lines } texts && mark.Line > lines ? new Mark(lines, texts[^1].Length + 1) : mark;

    private Mark? FirstTab(int line)
        => _text.Split('\n').Select((text, index) => new Mark(index + 1, 1 + text.TakeWhile(c => c == ' ').Count()) is var mark && text.AsSpan(mark.Column - 1) is ['\t', ..] ? mark : default(Mark?))
            .Skip(line - 1).FirstOrDefault(m => m is not null);

    // The end of the last event that the parser has read, which is before the error.
    private Mark LastPlace() => _parser.Current is { } current ? MarkOf(current.End) : new Mark(1, 1);

    private static Mark MarkOf(YamlDotNet.Core.Mark mark) => new((int)mark.Line, (int)mark.Column);

    // The header of a block scalar without an indentation indicator, and the blank lines after it.
    [GeneratedRegex(@"([|>][-+]?[ \t]*(?:#[^\n|>]*)?\r?\n)((?: *\r?\n)+)")]
    private static partial Regex BlankLinesOfBlockScalar();

    /// <summary>A value with an anchor, with the number of values that it contains and the number of their levels.</summary>
    private sealed record Anchored(SourceNode Node, int Count, int Height);
}

/// <summary>The exception that is thrown if a document has an error that ends its reading, or exceeds a limit of the gate.</summary>
internal sealed class SourceException(Rule rule, Mark mark, string message) : Exception(message)
{
    public Rule Rule => rule;

    public Mark Mark => mark;
}
