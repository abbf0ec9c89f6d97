using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>
/// What build/templates do not generate yet: refused here with its line, so that it is never generated wrongly. The templates
/// refuse the same once more, in Client.Operation.Refusals.liquid; what they learn is removed from both.
/// </summary>
internal static class GenerationRules
{
    public static void Check(OpenApiContract contract, Findings findings)
    {
        foreach (var path in contract.Root.Map("paths")?.Entries ?? [])
        {
            if (path.Value is SourceMap { Reference: not null })
            {
                Refuse(path.Key, contract.Main, "a path that is a $ref: NSwag does not follow it");
            }
            else if (path.Key.Text.StartsWith("x-", StringComparison.Ordinal))
            {
                Refuse(path.Key, contract.Main, "an extension among the paths: NSwag takes it for a path; it may stand in one");
            }
        }

        if (contract.Root.List("servers").OfType<SourceMap>().FirstOrDefault()?["url"] is SourceScalar server
            && (server.Text.Contains('{', StringComparison.Ordinal) || !Uri.TryCreate(server.Text, UriKind.Absolute, out _)))
        {
            Refuse(server, contract.Main, "a server with variables or without a host: it is where the client sends to by default");
        }

        foreach (var (node, _, file) in contract.Of(OpenApi30.Parameter))
        {
            var schema = contract.Follow(node["schema"], OpenApi30.Schema, file);
            if (node.Text("in") != "path" || schema?.Node.Text("format") != "uuid")
            {
                Refuse(node, file, $"the parameter '{node.Text("name")}': so far, parameters are in: path and format: uuid");
            }
        }

        foreach (var (node, _, file) in contract.Of(OpenApi30.RequestBody))
        {
            if (node.Text("required") != "true" || node.Map("content")?.Entries is not [{ Key.Text: "application/json" }])
            {
                Refuse(node, file, "the request body: so far, bodies are required: true and application/json alone");
            }
        }

        foreach (var (operation, _, file) in contract.Of(OpenApi30.Operation))
        {
            CheckResponses(operation, file, contract, Refuse);
        }

        var components = (contract.Root.Map("components")?.Map("schemas")?.Entries ?? []).Select(e => e.Value).ToHashSet<SourceNode>(ReferenceEqualityComparer.Instance);
        foreach (var (node, _, file) in contract.Of(OpenApi30.Schema))
        {
            foreach (var key in node.Entries.Select(e => e.Key).Where(k => k.Text is "enum" or "oneOf" or "anyOf" or "not" or "discriminator"))
            {
                Refuse(key, file, $"'{key.Text}'");
            }

            // A property with a single part and a description beside it is the way to describe a $ref. All else is inheritance,
            // or a second name, for which NSwag drops the first.
            if (node["allOf"] is SourceList all
                && (all.Items is not [SourceMap { Reference: not null }] || node.Has("properties") || components.Contains(node)))
            {
                Refuse(all, file, "'allOf', but for one $ref in a property");
            }

            if (node.Text("format") is "binary" or "byte" or "date" or "time")
            {
                Refuse(node["format"]!, file, $"format: {node.Text("format")}");
            }
        }

        void Refuse(SourceNode node, SourceFile file, string what)
            => findings.Add(Rule.NotGenerated, file.Path, node.Start, $"The templates in build/templates cannot generate {what}.");
    }

    private static void CheckResponses(SourceMap operation, SourceFile file, OpenApiContract contract, Action<SourceNode, SourceFile, string> refuse)
    {
        var schemas = new HashSet<SourceNode?>(ReferenceEqualityComparer.Instance);
        foreach (var entry in operation.Map("responses")?.Entries ?? [])
        {
            if (entry.Key.Text.EndsWith("XX", StringComparison.Ordinal))
            {
                refuse(entry.Key, file, $"the range {entry.Key.Text}");
            }

            if (!entry.Key.Text.StartsWith('2') || contract.Follow(entry.Value, OpenApi30.Response, file) is not { } response)
            {
                continue;
            }

            switch (response.Node.Map("content")?.Entries ?? [])
            {
                case []:
                    schemas.Add(null);
                    break;
                case [{ Key.Text: "application/json", Value: SourceMap media }] when media["schema"] is { } schema:
                    schemas.Add(contract.Follow(schema, OpenApi30.Schema, response.File)?.Node);
                    break;
                default:
                    refuse(entry.Key, file, $"the response {entry.Key.Text}: so far, a success is application/json alone, with a schema, or has no body");
                    break;
            }
        }

        if (schemas.Count > 1)
        {
            refuse(operation.Entry("responses")!.Key, file, "successes of different schemas, or with and without a body");
        }
    }
}
