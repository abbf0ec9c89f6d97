using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Search;

/// <summary>Lists the entries of the search: the guides, and all parts of the contract with a name or a description.</summary>
internal static class SearchEntries
{
    /// <summary>Common words for HTTP methods.</summary>
    private static readonly Dictionary<string, string> MethodWords = new()
    {
        ["GET"] = "get read",
        ["PUT"] = "update",
        ["PATCH"] = "update",
        ["POST"] = "create",
        ["DELETE"] = "delete",
    };

    public static IEnumerable<SearchEntry> Of(ApiDocumentation documentation, IEnumerable<Guide> guides)
        => guides.Select(g => new SearchEntry(SearchEntry.Guide, g.Title, MarkdownFile.Prose(g.Markdown), null, g.Uri, $"fetch(source: \"{g.Uri}\")") { Name = g.Name })
            .Concat(Overview(documentation))
            .Concat(documentation.Operations.SelectMany(o => OfOperation(documentation, o)))
            .Concat(documentation.Schemas.SelectMany(s => OfSchema(s.Key, s.Value)))
            .Concat(Components(documentation));

    private static IEnumerable<SearchEntry> Overview(ApiDocumentation documentation)
    {
        if (documentation.Root.Child("info") is { } info)
        {
            yield return new SearchEntry("overview", info.Text("title") ?? "The API", info.Text("description"), null, info.Citation, Fetch(info));
        }

        foreach (var tag in documentation.Root.Items("tags"))
        {
            yield return new SearchEntry("tag", tag.Text("name") ?? "", tag.Text("description"), null, tag.Citation, $"list_operations(tag: \"{tag.Text("name")}\")");
        }
    }

    private static IEnumerable<SearchEntry> OfOperation(ApiDocumentation documentation, DocumentedOperation operation)
    {
        var next = $"get_operation(operation: \"{operation.Id}\")";
        var attributes = BodyAttributes(documentation, operation).ToList();
        var related = string.Join(" ", [MethodWords.GetValueOrDefault(operation.Method), operation.Path, .. TagsOf(documentation, operation), .. operation.Parameters.Select(p => p.Name), .. attributes.Select(a => $"{a.Key} {a.Value.Text("description")}")]);
        yield return new SearchEntry(SearchEntry.Operation, $"{operation.Summary} ({operation.Id}: {operation.Route})", operation.Description, related, operation.Place.Citation, next) { Name = operation.Id, IsDestructive = operation.Method == "DELETE" };

        foreach (var parameter in operation.Parameters)
        {
            yield return new SearchEntry("parameter", $"{parameter.Name}, {parameter.In} parameter of {operation.Id}", parameter.Description, null, parameter.Place.Citation, next);
        }

        foreach (var (status, response) in operation.Place.Child("responses")?.Children() ?? [])
        {
            // Shared responses have their own entries.
            if (response.Text("$ref") is null)
            {
                yield return new SearchEntry("response", $"{status} of {operation.Id}", response.Text("description"), null, response.Citation, next);
            }
        }
    }

    private static IEnumerable<string> TagsOf(ApiDocumentation documentation, DocumentedOperation operation)
        => documentation.Root.Items("tags").Where(t => operation.Tags.Contains(t.Text("name"))).Select(t => $"{t.Text("name")} {t.Text("description")}");

    private static IEnumerable<(string Key, ContractNode Value)> BodyAttributes(ApiDocumentation documentation, DocumentedOperation operation)
        => operation.BodyContent is var (_, content) && content.Child("schema") is { } schema
            ? documentation.Resolve(schema).Child("properties")?.Children() ?? []
            : [];

    private static IEnumerable<SearchEntry> OfSchema(string name, ContractNode schema)
    {
        var next = $"get_schema(schema: \"{name}\")";
        yield return new SearchEntry("schema", name, schema.Text("description"), null, schema.Citation, next) { Name = name };
        foreach (var (attribute, property) in schema.Child("properties")?.Children() ?? [])
        {
            yield return new SearchEntry("attribute", $"{attribute}, attribute of {name}", property.Text("description"), null, property.Citation, next);
        }
    }

    private static IEnumerable<SearchEntry> Components(ApiDocumentation documentation)
    {
        foreach (var (group, kind) in new[] { ("responses", "response"), ("headers", "header"), ("securitySchemes", "security") })
        {
            foreach (var (name, place) in documentation.Root.Child("components")?.Child(group)?.Children() ?? [])
            {
                var scheme = kind == "security" ? $" {place.Text("type")} {place.Text("scheme")} authentication" : "";
                yield return new SearchEntry(kind, name + scheme, place.Text("description"), null, place.Citation, Fetch(place));
            }
        }
    }

    private static string Fetch(ContractNode place) => $"fetch(source: \"{place.Citation}\")";
}
