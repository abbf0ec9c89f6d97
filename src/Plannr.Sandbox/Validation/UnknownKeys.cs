using Newtonsoft.Json.Linq;
using NJsonSchema;
using Plannr.Mcp.Documentation;
using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Validation;

/// <summary>Rejects unknown properties in requests to control endpoints, and suggests similar ones.</summary>
internal static class UnknownKeys
{
    /// <summary>Checks the names of properties against a list.</summary>
    /// <param name="body">The body of the request.</param>
    /// <param name="known">The known properties.</param>
    /// <returns>The error response, or null if all properties are known.</returns>
    public static JsonResponse? Find(JObject body, IReadOnlyCollection<string> known)
        => Refuse(body.Properties().Where(p => !known.Contains(p.Name)).Select(p => Problem(p.Name, p.Name, known)));

    /// <summary>Checks the names of properties against a schema.</summary>
    /// <param name="body">The body of the request.</param>
    /// <param name="schema">The schema with the known properties, including those of nested objects.</param>
    /// <param name="more">Further known properties.</param>
    /// <returns>The error response, or null if all properties are known.</returns>
    public static JsonResponse? Find(JObject body, JsonSchema schema, params IEnumerable<string> more) => Refuse(Problems("", body, schema, more));

    private static JsonResponse? Refuse(IEnumerable<(string Field, IReadOnlyList<string> Messages)> problems)
    {
        var all = problems.ToArray();
        return all.Length > 0 ? LaravelErrors.Of(all) : null;
    }

    private static IEnumerable<(string Field, IReadOnlyList<string> Messages)> Problems(string path, JToken value, JsonSchema schema, IEnumerable<string> more)
    {
        if (value is JArray items)
        {
            return schema.ActualSchema.Item is { } item ? items.SelectMany((v, index) => Problems($"{path}{index}.", v, item, [])) : [];
        }

        if (value is not JObject body || Properties(schema) is not { Count: > 0 } properties)
        {
            return [];
        }

        string[] known = [.. more, .. properties.Keys];
        return body.Properties().SelectMany(p => properties.TryGetValue(p.Name, out var inner) ? Problems($"{path}{p.Name}.", p.Value, inner, [])
            : known.Contains(p.Name) ? []
            : [Problem(path + p.Name, p.Name, known)]);
    }

    private static Dictionary<string, JsonSchema> Properties(JsonSchema schema)
    {
        var actual = schema.ActualSchema;
        return actual.Properties.Select(p => KeyValuePair.Create(p.Key, (JsonSchema)p.Value))
            .Concat(actual.AllOf.SelectMany(Properties))
            .DistinctBy(p => p.Key)
            .ToDictionary(StringComparer.Ordinal);
    }

    private static (string Field, IReadOnlyList<string> Messages) Problem(string field, string name, IReadOnlyCollection<string> known)
        => (field, [$"The {field} field is unknown. {(NearMatches.Of(name, known).Count > 0 ? NearMatches.Sentence(name, known) + " " : "")}The fields are {string.Join(", ", known)}."]);
}
