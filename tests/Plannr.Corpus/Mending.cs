using Newtonsoft.Json.Linq;
using Plannr.SpecGate;
using Plannr.SpecGate.Source;

namespace Plannr.Corpus;

/// <summary>
/// Takes out of a refused document what the gate has refused, as its author would have to. Most public documents have an
/// example that does not fit or a description beside a $ref; the rest of them shall reach the generator all the same.
/// </summary>
internal sealed class Mending
{
    private readonly ILookup<Mark, Finding> _errors;

    private Mending(IEnumerable<Finding> errors)
    {
        _errors = errors.ToLookup(e => e.Mark);
    }

    /// <returns>The document without what is wrong with it, as far as that can be taken out.</returns>
    public static JObject Mend(string file, IEnumerable<Finding> errors)
        => SourceReader.Read(file, File.ReadAllText(file), new Findings()) is SourceMap root ? (JObject)new Mending(errors).Copy(root)! : [];

    private bool Has(Mark mark, params Rule[] rules) => _errors[mark].Any(e => rules.Contains(e.Rule));

    /// <returns>The value, or null to leave it out.</returns>
    private JToken? Copy(SourceNode node)
    {
        if (Has(node.Start, Rule.WrongKind, Rule.ParameterDuplicate) || IsBroken(node))
        {
            return null;
        }

        if (Has(node.Start, Rule.NotGenerated))
        {
            return node switch
            {
                // A path cannot do without its parameters.
                SourceMap parameter when parameter.Has("in") => new JObject { ["name"] = parameter.Text("name"), ["in"] = parameter.Text("in"), ["required"] = parameter.Text("required") == "true", ["schema"] = new JObject { ["type"] = "string" } },
                _ => null,
            };
        }

        return node switch
        {
            SourceMap map => CopyMap(map),
            SourceList list => new JArray(list.Items.Select(Copy).Where(i => i is not null)),
            SourceScalar scalar => scalar.ToJson(),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
    }

    private JObject CopyMap(SourceMap map)
    {
        var copy = new JObject();
        foreach (var (key, value) in map.Entries.Where(e => !IsRefused(e)))
        {
            if (Copy(value) is not { } member)
            {
                continue;
            }

            copy[key.Text] = member;

            if (member is JObject operation && Has(key.Start, Rule.NoSuccess))
            {
                ((JObject)(operation["responses"] ??= new JObject()))["200"] = new JObject { ["description"] = "" };
            }
        }

        if (Has(map.Start, Rule.PathParameterOptional))
        {
            copy["required"] = true;
        }

        if (map.Entries.Any(e => Has(e.Key.Start, Rule.ArrayItems)))
        {
            copy["items"] = new JObject();
        }

        foreach (var missing in _errors[map.Start].Where(e => e.Rule == Rule.RequiredKey).Select(e => e.Message.Split('\'')[1]))
        {
            copy[missing] ??= "";
        }

        return copy;
    }

    // A reference whose target does not exist, or a body without content.
    private bool IsBroken(SourceNode node)
        => (node is SourceMap { Reference: not null } reference && Has(reference["$ref"]!.Start, Rule.Unresolved))
            || _errors[node.Start].Any(e => e.Rule == Rule.RequiredKey && e.Message.Contains("'content'", StringComparison.Ordinal));

    private bool IsRefused(SourceEntry entry)
        => Has(entry.Key.Start, Rule.UnknownKey, Rule.NewerKeyword, Rule.ReferenceSibling, Rule.NullableWithoutType, Rule.PathDuplicate, Rule.PathForm, Rule.NotGenerated)
            || (entry.Key.Text == "discriminator" && Has(entry.Value.Start, Rule.NotRead))
            || (entry.Key.Text == "pattern" && Has(entry.Value.Start, Rule.Pattern))
            || (entry.Key.Text is "example" or "examples" && Holds(entry.Value, Rule.ExampleMisfit))
            || (entry.Key.Text == "default" && Holds(entry.Value, Rule.DefaultMisfit))
            || (entry.Key.Text == "enum" && Holds(entry.Value, Rule.EnumMisfit))
            || (entry.Key.Text == "security" && Holds(entry.Value, Rule.SecurityUndefined))
            || (entry.Key.Text == "servers" && Holds(entry.Value, Rule.ServerVariable));

    private bool Holds(SourceNode node, Rule rule)
        => Has(node.Start, rule) || node switch
        {
            SourceMap map => map.Entries.Any(e => Has(e.Key.Start, rule) || Holds(e.Value, rule)),
            SourceList list => list.Items.Any(i => Holds(i, rule)),
            _ => false,
        };
}
