using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Paths, operations and their parameters.</summary>
internal static partial class PathRules
{
    public static void Check(OpenApiContract contract, Findings findings)
    {
        var paths = contract.Root.Map("paths")?.Entries.Where(e => !e.Key.Text.StartsWith("x-", StringComparison.Ordinal)).ToArray() ?? [];
        CheckAgainstEachOther(paths, contract.Main, findings);
        foreach (var path in paths)
        {
            CheckForm(path.Key, contract.Main, findings);
            if (contract.Follow(path.Value, OpenApi30.PathItem, contract.Main) is not { } item)
            {
                continue;
            }

            foreach (var entry in item.Node.Entries.Where(e => OpenApi30.Methods.Contains(e.Key.Text)))
            {
                if (entry.Value is SourceMap operation)
                {
                    CheckResponses(entry.Key, operation, item.File, findings);
                    CheckParameters(path.Key.Text, item, entry.Key, operation, contract, findings);
                }
            }
        }
    }

    private static void CheckForm(SourceScalar path, SourceFile file, Findings findings)
    {
        if (!path.Text.StartsWith('/'))
        {
            findings.Add(Rule.PathForm, file.Path, path.Start, $"The path '{path.Text}' must start with '/'.");
        }

        if (path.Text.IndexOfAny(['?', '#']) is var at and >= 0)
        {
            findings.Add(Rule.PathForm, file.Path, path.Start, $"The path holds a {(path.Text[at] == '?' ? "query. Declare its parts as parameters with in: query" : "fragment. Remove it: it is never sent")}.");
        }
    }

    private static void CheckAgainstEachOther(SourceEntry[] paths, SourceFile file, Findings findings)
    {
        // Each path meets every other, so each is taken apart once, before. One finding for each path is enough.
        var forms = paths.Select(p => new PathForm(p.Key)).ToArray();
        for (var i = 0; i < forms.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (first, second) = (forms[j], forms[i]);
                if (first.WithoutNames == second.WithoutNames)
                {
                    findings.Add(Rule.PathDuplicate, file.Path, second.Key.Start, $"This path is the one of line {first.Key.Start.Line}: only the names of the placeholders differ. Bring the two together.");
                    break;
                }
                else if (first.Overlaps(second))
                {
                    findings.Add(Rule.PathAmbiguous, file.Path, second.Key.Start, $"A URL can match this path and '{first.Key.Text}' of line {first.Key.Start.Line}. Change a segment of one of them.");
                    break;
                }
            }
        }
    }

    private static void CheckResponses(SourceScalar method, SourceMap operation, SourceFile file, Findings findings)
    {
        if (operation.Map("responses") is not { } responses)
        {
            return;
        }

        foreach (var status in responses.Entries.Select(e => e.Key).Where(k => !StatusForm().IsMatch(k.Text)))
        {
            findings.Add(Rule.StatusForm, file.Path, status.Start, $"'{status.Text}' is no status. Write a code such as '200', a range such as '4XX', or default.");
        }

        if (!responses.Entries.Any(e => e.Key.Text.StartsWith('2')))
        {
            findings.Add(Rule.NoSuccess, file.Path, method.Start, $"The operation '{method.Text}' has no success response. Add what it answers when all is well, such as '200'.");
        }
        else if (!responses.Entries.Any(e => e.Key.Text.StartsWith('4') || e.Key.Text == "default"))
        {
            findings.Add(Rule.NoClientError, file.Path, method.Start, $"The operation '{method.Text}' documents no 4xx response and no default. Add what it answers to a request that it refuses.");
        }
    }

    private static void CheckParameters(string path, Located item, SourceScalar method, SourceMap operation, OpenApiContract contract, Findings findings)
    {
        var placeholders = Placeholder().Matches(path).Select(m => m.Groups[1].Value).ToArray();
        var shared = Declared(item.Node, item.File, contract, findings);
        var own = Declared(operation, item.File, contract, findings);
        var all = own.Concat(shared.Where(s => !own.Any(o => o.Name == s.Name && o.In == s.In))).ToArray();

        foreach (var missing in placeholders.Where(p => !all.Any(d => d.In == "path" && d.Name == p)))
        {
            findings.Add(Rule.PathParameterUndeclared, item.File.Path, method.Start, $"The placeholder '{{{missing}}}' of '{path}' has no parameter. Add one with name: {missing}, in: path and required: true.");
        }

        foreach (var declared in all.Where(d => d.In == "path"))
        {
            if (!placeholders.Contains(declared.Name))
            {
                findings.Add(Rule.PathParameterUnused, declared.File.Path, declared.Node.Start, $"The path parameter '{declared.Name}' has no placeholder in '{path}'. Add '{{{declared.Name}}}' to the path, or remove the parameter.");
            }

            if (declared.Node.Text("required") != "true")
            {
                findings.Add(Rule.PathParameterOptional, declared.File.Path, declared.Node.Start, $"The path parameter '{declared.Name}' must be required: true, as a path cannot do without it.");
            }
        }
    }

    private static List<Parameter> Declared(SourceMap owner, SourceFile file, OpenApiContract contract, Findings findings)
    {
        var parameters = new List<Parameter>();
        foreach (var node in owner.List("parameters"))
        {
            if (contract.Follow(node, OpenApi30.Parameter, file) is not { } located || located.Node.Text("name") is not { } name || located.Node.Text("in") is not { } place)
            {
                continue;
            }

            // The names of headers compare without case.
            if (parameters.Any(p => p.In == place && string.Equals(p.Name, name, place == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)))
            {
                findings.Add(Rule.ParameterDuplicate, file.Path, node.Start, $"The {place} parameter '{name}' stands here twice. Remove one of the two.");
            }

            parameters.Add(new Parameter(name, place, located.Node, located.File));
        }

        return parameters;
    }

    [GeneratedRegex(@"\{([^{}/]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^([1-5][0-9][0-9]|[1-5]XX|default|x-.*)$")]
    private static partial Regex StatusForm();

    private sealed class PathForm(SourceScalar key)
    {
        private readonly (string Text, bool IsOpen)[] _segments = [.. key.Text.Split('/').Select(s => (s, Placeholder().IsMatch(s)))];

        public SourceScalar Key => key;

        public string WithoutNames { get; } = Placeholder().Replace(key.Text, "{}");

        // By the specification, a path without placeholders goes before one with. Two that each have one where the other has
        // none are ambiguous.
        public bool Overlaps(PathForm other)
        {
            if (_segments.Length != other._segments.Length)
            {
                return false;
            }

            var (firstOpens, secondOpens) = (false, false);
            for (var i = 0; i < _segments.Length; i++)
            {
                var (one, two) = (_segments[i], other._segments[i]);
                if (!one.IsOpen && !two.IsOpen && one.Text != two.Text)
                {
                    return false;
                }

                firstOpens |= one.IsOpen && !two.IsOpen;
                secondOpens |= !one.IsOpen && two.IsOpen;
            }

            return firstOpens && secondOpens;
        }
    }

    private sealed record Parameter(string Name, string In, SourceMap Node, SourceFile File);
}
