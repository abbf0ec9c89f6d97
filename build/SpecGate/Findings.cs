using System.Collections;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate;

/// <summary>The findings of a run, each once, in the order of their places.</summary>
internal sealed class Findings : IEnumerable<Finding>
{
    private readonly HashSet<Finding> _findings = [];

    public bool HasErrors => _findings.Any(f => f.Rule.IsError);

    public void Add(Rule rule, string file, Mark mark, string message) => _findings.Add(new Finding(rule, file, mark, message));

    public IEnumerator<Finding> GetEnumerator()
        => _findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Mark.Line).ThenBy(f => f.Mark.Column).ThenBy(f => f.Rule.Code, StringComparer.Ordinal).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
