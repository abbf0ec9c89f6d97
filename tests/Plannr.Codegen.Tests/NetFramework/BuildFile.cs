using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Plannr.Codegen.Tests.NetFramework;

/// <summary>Finds the functions that an MSBuild file calls.</summary>
internal sealed partial class BuildFile(string name, XDocument document)
{
    /// <summary>Returns the property expressions with calls, including nested expressions.</summary>
    public IEnumerable<PropertyExpression> PropertyExpressions()
        => Texts().SelectMany(t => PropertyExpressions(t.Text, t.Place)).Where(e => e.Calls.Count > 0);

    /// <summary>Returns the names of the item functions, such as <c>Count</c> in <c>@(Name->Count())</c>, with their positions.</summary>
    public IEnumerable<(string Name, string Place)> ItemFunctions()
        => Texts().SelectMany(t => ItemFunction().Matches(t.Text).Select(m => (m.Groups["name"].Value, t.Place)));

    private static IEnumerable<PropertyExpression> PropertyExpressions(string text, string place)
    {
        for (var start = text.IndexOf("$(", StringComparison.Ordinal); start >= 0; start = text.IndexOf("$(", start, StringComparison.Ordinal))
        {
            var end = End(text, start + 1);
            var inner = text[(start + 2)..(end - 1)];
            yield return Parse(inner, $"$({inner}) in {place}");
            foreach (var nested in PropertyExpressions(inner, place))
            {
                yield return nested;
            }

            start = end;
        }
    }

    private static PropertyExpression Parse(string expression, string text)
    {
        var type = Type().Match(expression);
        var calls = new List<MemberCall>();
        for (var at = type.Success ? type.Length : Name().Match(expression).Length; at < expression.Length;)
        {
            var member = Member().Match(expression, at);
            at += member.Length;
            int? arguments = null;
            if (at < expression.Length && expression[at] == '(')
            {
                var end = End(expression, at);
                arguments = CountArguments(expression[(at + 1)..(end - 1)]);
                at = end;
            }

            calls.Add(member.Success ? new MemberCall(member.Groups["name"].Value, arguments) : throw new FormatException($"Cannot parse the calls in {text}."));
        }

        return new PropertyExpression(type.Success ? type.Groups["name"].Value : null, calls, text);
    }

    private static int CountArguments(string text)
    {
        var commas = 0;
        for (var i = 0; i < text.Length; i++)
        {
            commas += text[i] == ',' ? 1 : 0;
            i = text[i] is '\'' or '"' or '`' or '(' ? End(text, i) - 1 : i;
        }

        return string.IsNullOrWhiteSpace(text) ? 0 : commas + 1;
    }

    // Returns the index after the closing parenthesis or quote. Quoted text can contain expressions, which can contain quotes.
    private static int End(string text, int start)
    {
        var closing = text[start] == '(' ? ')' : text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == closing)
            {
                return i + 1;
            }

            if (closing == ')' ? text[i] is '(' or '\'' or '"' or '`' : text[i] == '(' && text[i - 1] == '$')
            {
                i = End(text, i) - 1;
            }
        }

        throw new FormatException($"The '{text[start]}' at position {start + 1} is not closed: {text}");
    }

    private IEnumerable<(string Text, string Place)> Texts()
        => document.Descendants()
            .SelectMany(e => e.Attributes().Select(a => (a.Value, Node: (XObject)a)).Concat(e.Nodes().OfType<XText>().Select(t => (t.Value, Node: (XObject)t))))
            .Select(t => (t.Value, $"{name}:{((IXmlLineInfo)t.Node).LineNumber}"));

    [GeneratedRegex(@"^\[(?<name>[\w.]+)\](?=::)")]
    private static partial Regex Type();

    [GeneratedRegex(@"^[\w-]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\G(?:::|\.)(?<name>\w+)")]
    private static partial Regex Member();

    [GeneratedRegex(@"->\s*(?<name>\w+)\(")]
    private static partial Regex ItemFunction();
}
