using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Normalization;

/// <summary>
/// Writes the responses of an operation: one success, whose body is the method's result, and the errors. Successes of several
/// schemas become one union.
/// </summary>
internal sealed class ResponseNormalizer(OpenApiContract contract, SchemaNormalizer schemas, ContentNormalizer content, Action<SourceNode, SourceFile, string> refuse)
{
    private readonly List<string> _accepted = [];

    public void Normalize(ContractOperation operation, JObject result)
    {
        var responses = new JObject();
        var successes = new JArray();
        var bodies = new List<ContentNormalizer.Answer>();
        var isResultNullable = false;
        var description = default(string);
        foreach (var (status, source) in Documented(operation))
        {
            var isSuccess = status.StartsWith('2');
            // The answer to HEAD has the headers of a body, and none.
            var body = operation.Verb == "head" ? null : content.Response(source, operation.TypeName + (isSuccess ? "Response" : "Error") + (isSuccess && bodies.Count == 0 ? "" : status));
            if (body is not null && !_accepted.Contains(body.MediaType))
            {
                _accepted.Add(body.MediaType);
            }

            if (!isSuccess)
            {
                responses[status] = Response(source, body is { Kind: "Json" } ? body.Schema : null);
                continue;
            }

            description ??= source.Node.Text("description");
            var isNullable = (bool?)body?.Schema["nullable"] == true;
            isResultNullable |= isNullable || body is null;
            successes.Add(new JObject { ["status"] = status, ["empty"] = body is null, ["nullable"] = isNullable });
            if (body is not null)
            {
                bodies.Add(isNullable ? body with { Schema = NotNullable(body.Schema) } : body);
            }
        }

        if (bodies.Count > 0)
        {
            if (bodies.Select(b => b.Kind).Distinct().Count() > 1)
            {
                refuse(operation.Node.Entry("responses")!.Key, operation.File, "successes of different kinds, such as JSON and a file");
            }

            result["x-result"] = bodies[0].Kind;
            result["x-result-nullable"] = isResultNullable;
        }

        var schema = bodies.Count == 0 ? null : Result(operation, bodies.Select(b => b.Schema).ToArray());
        if (schema is not null)
        {
            result["x-result-format"] = JsonFormatNames.Of(schema, schemas.Components) + (isResultNullable ? ".OrNull()" : "");
        }

        responses.AddFirst(new JProperty("200", Response(description ?? "", schema)));
        result["responses"] = responses;
        result["x-successes"] = successes;
        result["x-accept"] = string.Join(", ", _accepted.DefaultIfEmpty("application/json"));
        result["x-headers"] = new JArray(Headers(operation));
    }

    private IEnumerable<(string Status, Located Source)> Documented(ContractOperation operation)
        => from entry in operation.Node.Map("responses")?.Entries ?? []
           where !entry.Key.Text.StartsWith("x-", StringComparison.Ordinal)
           let source = contract.Follow(entry.Value, OpenApi30.Response, operation.File)
           where source is not null
           select (entry.Key.Text, source);

    private JObject? Result(ContractOperation operation, JObject[] bodies)
    {
        if (bodies.All(b => JToken.DeepEquals(b, bodies[0])))
        {
            return bodies[0];
        }

        return schemas.Union(operation.TypeName + "Result", $"What {operation.Method} answers; which of the types it is follows from the status.", bodies);
    }

    private static JObject NotNullable(JObject schema)
    {
        var copy = (JObject)schema.DeepClone();
        copy.Remove("nullable");
        return copy;
    }

    private JObject Response(Located source, JObject? schema) => Response(source.Node.Text("description") ?? "", schema);

    private JObject Response(string description, JObject? schema)
    {
        // NSwag escapes the description of an error as if it were a string of C#.
        var response = new JObject { ["description"] = description.Trim(), ["x-description"] = description.Trim() };
        if (schema is not null)
        {
            response["x-format"] = JsonFormatNames.Of(schema, schemas.Components);
            response["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = schema } };
        }

        return response;
    }

    // The headers of successes, each once, for the documentation.
    private IEnumerable<JObject> Headers(ContractOperation operation)
        => from success in Documented(operation)
           where success.Status.StartsWith('2')
           from header in success.Source.Node.Map("headers")?.Entries ?? []
           group (header, success.Source.File) by header.Key.Text.ToUpperInvariant() into same
           let first = same.First()
           let description = contract.Follow(first.header.Value, OpenApi30.Header, first.File)?.Node.Text("description")
           select new JObject { ["name"] = Identifier.Shown(first.header.Key.Text), ["description"] = description?.Trim() ?? "" };
}
