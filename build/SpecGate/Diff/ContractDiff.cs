using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Says what changed between two contracts, for callers of the API and for users of the generated C#.</summary>
internal sealed class ContractDiff
{
    private static readonly string[] Serialization = ["style", "explode"];

    private readonly OpenApiContract _old;
    private readonly OpenApiContract _new;
    private readonly List<Change> _changes = [];

    private ContractDiff(OpenApiContract old, OpenApiContract now)
    {
        _old = old;
        _new = now;
    }

    /// <summary>Compares two contracts that have no errors.</summary>
    /// <returns>The changes, the gravest first.</returns>
    public static IReadOnlyList<Change> Compare(OpenApiContract old, OpenApiContract now)
    {
        var diff = new ContractDiff(old, now);
        diff.CompareServers();
        diff.CompareOperations();
        return [.. diff._changes.Distinct().OrderByDescending(c => c.Callers).ThenByDescending(c => c.CSharp).ThenBy(c => c.Where, StringComparer.Ordinal).ThenBy(c => c.Message, StringComparer.Ordinal)];
    }

    private void CompareServers()
    {
        var (before, after) = (Servers(_old), Servers(_new));
        foreach (var removed in before.Where(b => !after.Any(a => a.Text == b.Text)))
        {
            Add("server-removed", Impact.Risky, Impact.Risky, "servers", $"The server {removed.Text} was removed.", _old.Main, removed);
        }

        foreach (var added in after.Where(a => !before.Any(b => b.Text == a.Text)))
        {
            Add("server-added", Impact.Compatible, Impact.None, "servers", $"The server {added.Text} was added.", _new.Main, added);
        }

        static List<SourceScalar> Servers(OpenApiContract contract) => [.. contract.Root.List("servers").OfType<SourceMap>().Select(s => s["url"]).OfType<SourceScalar>()];
    }

    private void CompareOperations()
    {
        var (before, after) = (Operation.All(_old), Operation.All(_new));
        foreach (var (key, operation) in after)
        {
            if (before.TryGetValue(key, out var earlier))
            {
                CompareOperation(earlier, operation);
            }
            else
            {
                Add("endpoint-added", Impact.Compatible, Impact.Risky, operation.Where, "The operation was added; who implements the client's interface must add its methods.", operation.File, operation.Method);
            }
        }

        foreach (var operation in before.Where(o => !after.ContainsKey(o.Key)).Select(o => o.Value))
        {
            var wasDeprecated = operation.Node.Text("deprecated") == "true";
            Add(wasDeprecated ? "api-removed-after-deprecation" : "api-removed-without-deprecation", Impact.Breaking, Impact.Breaking, operation.Where, "The operation was removed.", operation.File, operation.Method);
        }
    }

    private void CompareOperation(Operation old, Operation now)
    {
        var (oldId, id) = (old.Node.Text("operationId"), now.Node.Text("operationId"));
        if (oldId != id)
        {
            Add("operation-id-changed", Impact.None, Impact.Breaking, now.Where, $"The operationId changed from {oldId} to {id}, and with it the names of client and method.", now.File, now.Node["operationId"] ?? now.Method);
        }

        if (old.Node.Text("deprecated") != "true" && now.Node.Text("deprecated") == "true")
        {
            Add("endpoint-deprecated", Impact.Compatible, Impact.Risky, now.Where, "The operation is deprecated.", now.File, now.Node["deprecated"]!);
        }

        CompareSecurity(old, now);
        CompareParameters(old, now);
        CompareRequestBody(old, now);
        CompareResponses(old, now);
    }

    private void CompareSecurity(Operation old, Operation now)
    {
        var (before, after) = (old.Security(_old), now.Security(_new));
        foreach (var added in after.Except(before))
        {
            // One more way to authenticate is harmless, a way where none was needed is not.
            Add("api-security-added", before.Count == 0 ? Impact.Breaking : Impact.Compatible, Impact.None, now.Where, $"The security requirement {added} was added.", now.File, now.Method);
        }

        foreach (var removed in before.Except(after))
        {
            Add("api-security-removed", after.Count == 0 ? Impact.Compatible : Impact.Breaking, Impact.None, now.Where, $"The security requirement {removed} was removed.", now.File, now.Method);
        }
    }

    private void CompareParameters(Operation old, Operation now)
    {
        var (before, after) = (old.Parameters(_old), now.Parameters(_new));
        foreach (var (key, parameter) in after)
        {
            var isRequired = parameter.Node.Text("required") == "true";
            var what = $"{parameter.Node.Text("in")} parameter '{parameter.Node.Text("name")}'";
            if (!before.TryGetValue(key, out var earlier))
            {
                Add(isRequired ? "new-required-request-parameter" : "new-optional-request-parameter", isRequired ? Impact.Breaking : Impact.Compatible,
                    isRequired ? Impact.Breaking : Impact.Risky, now.Where, $"The {what} was added.", parameter.File, parameter.Node);
                continue;
            }

            CompareParameter(earlier, parameter, now.Where, what, isRequired);
        }

        foreach (var gone in before.Where(p => !after.ContainsKey(p.Key)).Select(p => p.Value))
        {
            Add("request-parameter-removed", Impact.Risky, Impact.Breaking, now.Where, $"The {gone.Node.Text("in")} parameter '{gone.Node.Text("name")}' was removed.", gone.File, gone.Node);
        }
    }

    private void CompareParameter(Located old, Located now, string where, string what, bool isRequired)
    {
        if (old.Node.Text("name") != now.Node.Text("name"))
        {
            Add("path-parameter-renamed", Impact.None, Impact.Risky, where, $"The {what} was named '{old.Node.Text("name")}'; code that names its arguments breaks.", now.File, now.Node);
        }

        if (isRequired != (old.Node.Text("required") == "true"))
        {
            Add(isRequired ? "request-parameter-became-required" : "request-parameter-became-optional", isRequired ? Impact.Breaking : Impact.Compatible,
                isRequired ? Impact.Breaking : Impact.Risky, where, $"The {what} became {(isRequired ? "required" : "optional")}.", now.File, now.Node);
        }

        foreach (var key in Serialization.Where(k => old.Node.Text(k) != now.Node.Text(k)))
        {
            Add("request-parameter-style-changed", Impact.Breaking, Impact.None, where, $"The {what} changed its {key} from {old.Node.Text(key) ?? "the default"} to {now.Node.Text(key) ?? "the default"}.", now.File, now.Node);
        }

        new SchemaDiff(_changes, where, what, isRequest: true)
            .Compare(SchemaView.Of(_old, old.Node["schema"], old.File), SchemaView.Of(_new, now.Node["schema"], now.File));
    }

    private void CompareRequestBody(Operation old, Operation now)
    {
        var before = _old.Follow(old.Node["requestBody"], OpenApi30.RequestBody, old.File);
        var after = _new.Follow(now.Node["requestBody"], OpenApi30.RequestBody, now.File);
        var isRequired = after?.Node.Text("required") == "true";
        if (before is null && after is not null)
        {
            Add(isRequired ? "request-body-added-required" : "request-body-added-optional", isRequired ? Impact.Breaking : Impact.Compatible, Impact.Breaking, now.Where, $"A {(isRequired ? "required" : "optional")} request body was added.", after.File, after.Node);
        }
        else if (before is not null && after is null)
        {
            Add("request-body-removed", Impact.Risky, Impact.Breaking, now.Where, "The request body was removed.", before.File, before.Node);
        }
        else if (before is not null && after is not null)
        {
            if (isRequired != (before.Node.Text("required") == "true"))
            {
                Add(isRequired ? "request-body-became-required" : "request-body-became-optional", isRequired ? Impact.Breaking : Impact.Compatible, Impact.Risky, now.Where, $"The request body became {(isRequired ? "required" : "optional")}.", after.File, after.Node);
            }

            CompareContent(before, after, now.Where, "request body", isRequest: true);
        }
    }

    private void CompareResponses(Operation old, Operation now)
    {
        var (before, after) = (old.Responses(_old), now.Responses(_new));
        foreach (var (status, response) in after)
        {
            if (!before.TryGetValue(status, out var earlier))
            {
                Add(IsSuccess(status) ? "response-success-status-added" : "response-non-success-status-added", Impact.Compatible, IsSuccess(status) ? Impact.Risky : Impact.Compatible, now.Where, $"The response {status} was added.", response.File, response.Node);
                continue;
            }

            CompareContent(earlier, response, now.Where, $"response {status}", isRequest: false);
            CompareHeaders(earlier, response, now.Where, status);
        }

        foreach (var (status, response) in before.Where(r => !after.ContainsKey(r.Key)))
        {
            Add(IsSuccess(status) ? "response-success-status-removed" : "response-non-success-status-removed", IsSuccess(status) ? Impact.Breaking : Impact.Risky, Impact.Risky, now.Where, $"The response {status} was removed.", response.File, response.Node);
        }

        static bool IsSuccess(string status) => status.StartsWith('2');
    }

    private void CompareHeaders(Located old, Located now, string where, string status)
    {
        foreach (var header in old.Node.Map("headers")?.Entries.Where(h => now.Node.Map("headers")?.Has(h.Key.Text) != true) ?? [])
        {
            var wasRequired = _old.Follow(header.Value, OpenApi30.Header, old.File)?.Node.Text("required") == "true";
            Add(wasRequired ? "required-response-header-removed" : "optional-response-header-removed", wasRequired ? Impact.Breaking : Impact.Risky, Impact.None, where, $"response {status}: The header '{header.Key.Text}' was removed.", old.File, header.Key);
        }

        foreach (var header in now.Node.Map("headers")?.Entries.Where(h => old.Node.Map("headers")?.Has(h.Key.Text) != true) ?? [])
        {
            Add("response-header-added", Impact.Compatible, Impact.None, where, $"response {status}: The header '{header.Key.Text}' was added.", now.File, header.Key);
        }
    }

    private void CompareContent(Located old, Located now, string where, string place, bool isRequest)
    {
        var (before, after) = (old.Node.Map("content")?.Entries ?? [], now.Node.Map("content")?.Entries ?? []);
        foreach (var type in after)
        {
            if (before.FirstOrDefault(b => b.Key.Text == type.Key.Text)?.Value is not SourceMap earlier)
            {
                Add($"{(isRequest ? "request-body" : "response")}-media-type-added", Impact.Compatible, Impact.Risky, where, $"{place}: The media type {type.Key.Text} was added.", now.File, type.Key);
            }
            else if (type.Value is SourceMap media)
            {
                new SchemaDiff(_changes, where, place, isRequest).Compare(SchemaView.Of(_old, earlier["schema"], old.File), SchemaView.Of(_new, media["schema"], now.File));
            }
        }

        foreach (var type in before.Where(b => !after.Any(a => a.Key.Text == b.Key.Text)))
        {
            Add($"{(isRequest ? "request-body" : "response")}-media-type-removed", Impact.Breaking, Impact.Breaking, where, $"{place}: The media type {type.Key.Text} was removed.", old.File, type.Key);
        }
    }

    private void Add(string id, Impact callers, Impact cSharp, string where, string message, SourceFile file, SourceNode at)
        => _changes.Add(new Change(id, callers, cSharp, where, message, file.Path, at.Start));
}
