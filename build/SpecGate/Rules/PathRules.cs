using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Checks paths, operations and their parameters.</summary>
internal static class PathRules
{
    // Keys of a parameter that do not affect the request. The name is one of them, because header names may differ in case.
    private static readonly string[] Remarks = ["name", "description", "example", "examples", "deprecated"];

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
                    CheckRequestBody(operation, item.File, contract, findings);
                }
            }
        }
    }

    private static void CheckForm(SourceScalar path, SourceFile file, Findings findings)
    {
        if (!path.Text.StartsWith('/'))
        {
            findings.Add(Rule.PathForm, file.Path, path.Start, $"The path '{path.Text}' does not start with '/'. The slash is added in requests. Add it here too.");
        }

        var literal = OperationPath.WithoutNames(path.Text);
        if (literal.Contains('#', StringComparison.Ordinal))
        {
            findings.Add(Rule.PathForm, file.Path, path.Start, "The path has a fragment, which is not sent. Remove it. If the API distinguishes the operation by a value, declare that value as a parameter.");
        }
        else if (literal.Contains('?', StringComparison.Ordinal))
        {
            findings.Add(Rule.PathForm, file.Path, path.Start, "The path has a query, which is sent before the query parameters. Declare its parts as parameters with in: query.");
        }
    }

    private static void CheckAgainstEachOther(SourceEntry[] paths, SourceFile file, Findings findings)
    {
        // Every pair of paths is compared, so each path is parsed once in advance. One finding for each path is sufficient.
        var forms = paths.Select(p => new PathForm(p.Key)).ToArray();
        for (var i = 0; i < forms.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (first, second) = (forms[j], forms[i]);
                if (first.WithoutNames == second.WithoutNames)
                {
                    findings.Add(Rule.PathDuplicate, file.Path, second.Key.Start, $"This path is the same as the path in line {first.Key.Start.Line}, except for the names of the placeholders. Merge the two paths.");
                    break;
                }
                else if (first.Overlaps(second))
                {
                    findings.Add(Rule.PathAmbiguous, file.Path, second.Key.Start, $"A URL can match both this path and '{first.Key.Text}' in line {first.Key.Start.Line}. Change a segment of one of them.");
                    break;
                }
            }
        }
    }

    private static void CheckResponses(SourceScalar method, SourceMap operation, SourceFile file, Findings findings)
    {
        if (operation.Map("responses") is not { } responses)
        {
            findings.Add(Rule.NoSuccess, file.Path, method.Start, $"The operation '{method.Text}' has no responses. Add the response of a successful request, such as '200'.");
            return;
        }

        foreach (var key in responses.Entries.Select(e => e.Key).Where(k => !k.Text.StartsWith("x-", StringComparison.Ordinal)))
        {
            if (ResponseStatus.Parse(key.Text) is not { } status)
            {
                findings.Add(Rule.StatusForm, file.Path, key.Start, $"'{key.Text}' is not a status, so the response is ignored. Write a code such as '200', a range such as '4XX', or default.");
            }
            else if (status.Text != key.Text)
            {
                findings.Add(Rule.StatusForm, file.Path, key.Start, $"'{key.Text}' is read as '{status.Text}'. Write '{status.Text}'.");
            }
        }

        var statuses = responses.Entries.Select(e => ResponseStatus.Parse(e.Key.Text)).OfType<ResponseStatus>().ToArray();
        if (!statuses.Any(s => s.IsSuccess))
        {
            findings.Add(Rule.NoSuccess, file.Path, method.Start, $"The operation '{method.Text}' has no success response. Add the response of a successful request, such as '200'.");
        }
        else if (!statuses.Any(s => s.Text.StartsWith('4') || s.IsDefault))
        {
            findings.Add(Rule.NoClientError, file.Path, method.Start, $"The operation '{method.Text}' documents neither a 4xx response nor default. Add the response to an invalid request.");
        }
    }

    private static void CheckParameters(string path, ContractObject item, SourceScalar method, SourceMap operation, OpenApiContract contract, Findings findings)
    {
        var placeholders = OperationPath.Of(path).Placeholders;
        var shared = Declared(item.Node, item.File, contract, findings);
        var own = Declared(operation, item.File, contract, findings);
        var all = own.Concat(shared.Where(s => !own.Any(o => o.Name == s.Name && o.In == s.In))).ToArray();

        foreach (var missing in placeholders.Where(p => !all.Any(d => d.In == "path" && d.Name == p)))
        {
            findings.Add(Rule.PathParameterUndeclared, item.File.Path, method.Start, $"The placeholder '{{{missing}}}' of '{path}' has no parameter and becomes a required string argument. Add one with name: {missing}, in: path and required: true.");
        }

        foreach (var declared in all.Where(d => d.In == "path"))
        {
            if (!placeholders.Contains(declared.Name))
            {
                findings.Add(Rule.PathParameterUnused, declared.File.Path, declared.Node.Start, $"The path parameter '{declared.Name}' has no placeholder in '{path}' and is not sent. Add '{{{declared.Name}}}' to the path, or remove the parameter.");
            }

            if (declared.Node.Text("required") != "true")
            {
                findings.Add(Rule.PathParameterOptional, declared.File.Path, declared.Node.Start, $"The path parameter '{declared.Name}' is required in any case, because each placeholder needs a value. Write required: true.");
            }
        }
    }

    private static void CheckRequestBody(SourceMap operation, SourceFile file, OpenApiContract contract, Findings findings)
    {
        if (contract.Follow(operation["requestBody"], OpenApi30.RequestBody, file) is { } body && body.Node.Map("content") is { Entries.Count: 0 } content)
        {
            findings.Add(Rule.RequiredForReaders, body.File.Path, content.Start, "The request body has no media type, so none is sent. Add the media type and its schema.");
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

            // Header names are case-insensitive.
            var comparison = place == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            if (parameters.FirstOrDefault(p => p.In == place && string.Equals(p.Name, name, comparison)) is { } first)
            {
                var (rule, problem) = JToken.DeepEquals(Sent(first.Node), Sent(located.Node))
                    ? (Rule.ParameterRepeated, "declared twice")
                    : (Rule.ParameterDuplicate, "declared twice, and both are sent in different ways");
                findings.Add(rule, file.Path, node.Start, $"The {place} parameter '{name}' is {problem}. Remove one of the two.");
            }

            parameters.Add(new Parameter(name, place, located.Node, located.File));
        }

        return parameters;
    }

    // The keys that affect the argument or the request.
    private static JToken Sent(SourceMap parameter)
        => (parameter with { Entries = [.. parameter.Entries.Where(e => !Remarks.Contains(e.Key.Text))] }).ToJson();

    private sealed class PathForm(SourceScalar key)
    {
        private readonly (string Text, bool IsOpen)[] _segments = [.. key.Text.Split('/').Select(s => (s, OperationPath.WithoutNames(s) != s))];

        public SourceScalar Key => key;

        public string WithoutNames { get; } = OperationPath.WithoutNames(key.Text);

        // By the specification, a path without placeholders takes precedence over one with placeholders. Two paths are ambiguous if
        // each has a placeholder where the other has none.
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
