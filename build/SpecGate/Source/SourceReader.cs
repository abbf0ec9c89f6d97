using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Plannr.SpecGate.Source;

/// <summary>Reads YAML, and JSON as the part of YAML that it is, without losing where each value stands.</summary>
internal sealed class SourceReader
{
    private readonly string _file;
    private readonly Findings _findings;
    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, SourceNode> _anchors = [];

    private SourceReader(string file, string text, Findings findings)
    {
        _file = file;
        _findings = findings;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a document. What is wrong with its syntax goes to the findings.</summary>
    /// <returns>The root, or null if the document is empty or cannot be read.</returns>
    public static SourceNode? Read(string file, string text, Findings findings)
    {
        try
        {
            return new SourceReader(file, text, findings).ReadDocument();
        }
        catch (YamlException exception)
        {
            findings.Add(Rule.Syntax, file, MarkOf(exception.Start), $"{exception.Message.TrimEnd('.')}. Check the indentation, and quote text that holds : # {{ }} [ ] or starts with a special character.");
            return null;
        }
    }

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
            _findings.Add(Rule.Syntax, _file, MarkOf(second.Start), "A second document starts here; a contract is one document. Remove the '---' and what follows it.");
        }

        return root is SourceScalar { Text: "", IsQuoted: false } ? null : root;
    }

    private SourceNode ReadNode()
    {
        switch (_parser.Consume<ParsingEvent>())
        {
            case AnchorAlias alias:
                return _anchors.TryGetValue(alias.Value, out var anchored)
                    ? anchored
                    : throw new YamlException(alias.Start, alias.End, $"The alias *{alias.Value} has no anchor before it");
            case Scalar scalar:
                return Anchor(scalar, new SourceScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, MarkOf(scalar.Start)));
            case SequenceStart sequence:
                var items = new List<SourceNode>();
                while (!_parser.TryConsume<SequenceEnd>(out _))
                {
                    items.Add(ReadNode());
                }

                return Anchor(sequence, new SourceList(items, MarkOf(sequence.Start)));
            case MappingStart mapping:
                return Anchor(mapping, new SourceMap(ReadEntries(), MarkOf(mapping.Start)));
            case var other:
                throw new YamlException(other.Start, other.End, "This is not a value");
        }
    }

    private List<SourceEntry> ReadEntries()
    {
        var entries = new List<SourceEntry>();
        var known = new Dictionary<string, SourceScalar>(StringComparer.Ordinal);
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
                _findings.Add(Rule.DuplicateKey, _file, key.Start, $"'{key.Text}' stands here twice, first in line {known[key.Text].Start.Line}. Remove one of the two.");
            }
            else
            {
                entries.Add(new SourceEntry(key, value));
            }
        }

        return entries;
    }

    private SourceNode Anchor(NodeEvent source, SourceNode node)
    {
        if (!source.Anchor.IsEmpty)
        {
            _anchors[source.Anchor] = node;
        }

        return node;
    }

    private static Mark MarkOf(YamlDotNet.Core.Mark mark) => new((int)mark.Line, (int)mark.Column);
}
