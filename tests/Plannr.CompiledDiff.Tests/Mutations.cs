using Newtonsoft.Json.Linq;

namespace Plannr.CompiledDiff.Tests;

/// <summary>Small changes that authors make to a contract: to operations, their arguments and responses, and schemas.</summary>
internal static class Mutations
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public static IEnumerable<Mutation> Of(JObject contract)
        => Schemas(contract).SelectMany(OfSchema)
            .Concat(((contract["components"]?["schemas"] as JObject)?.Properties() ?? []).SelectMany(p => OfComponent(p.Name)))
            .Concat(Operations(contract).SelectMany(OfOperation));

    private static IEnumerable<JObject> Operations(JObject contract)
        => from path in ((JObject)contract["paths"]!).Properties()
           where path.Value is JObject
           from verb in ((JObject)path.Value).Properties()
           where Methods.Contains(verb.Name)
           select (JObject)verb.Value;

    private static IEnumerable<JObject> Schemas(JObject contract)
        => contract.Descendants().OfType<JObject>().Where(o => o["type"] is JValue { Type: JTokenType.String } && IsSchema(o));

    // Excludes examples, security schemes and parameters.
    private static bool IsSchema(JObject node) => !node.Path.Contains("example", StringComparison.Ordinal) && !node.Path.Contains("securitySchemes", StringComparison.Ordinal) && node["in"] is null;

    private static IEnumerable<Mutation> OfComponent(string name)
    {
        yield return new Mutation($"rename component {name}", contract =>
        {
            var schemas = (JObject)contract["components"]!["schemas"]!;
            schemas.Property(name)!.Replace(new JProperty(name + "Renamed", schemas[name]));
            foreach (var reference in contract.Descendants().OfType<JValue>().Where(v => v.Type == JTokenType.String && (string?)v == $"#/components/schemas/{name}").ToArray())
            {
                reference.Value = $"#/components/schemas/{name}Renamed";
            }
        });
    }

    private static IEnumerable<Mutation> OfSchema(JObject schema)
    {
        var type = (string)schema["type"]!;
        yield return At(schema, "describe", s => s["description"] = "Another description.");
        yield return At(schema, "deprecate", s => s["deprecated"] = (bool?)s["deprecated"] != true);
        yield return At(schema, "toggle nullable in", s => s["nullable"] = (bool?)s["nullable"] != true);
        if (schema["enum"] is JArray { Count: > 1 } values)
        {
            yield return At(schema, "remove a value from", s => ((JArray)s["enum"]!).RemoveAt(0));
            yield return At(schema, "add a value to", s => ((JArray)s["enum"]!).Insert(0, type == "integer" ? 4711 : "<an added value>"));
            yield return At(schema, "reverse the values of", s => s["enum"] = new JArray(((JArray)s["enum"]!).Reverse()));
        }
        else if (type is "string" or "integer" or "number" or "boolean" && schema["format"]?.ToString() != "binary")
        {
            yield return At(schema, "change to a string", s => Retype(s, "string", null));
            yield return At(schema, "change to a UUID", s => Retype(s, "string", "uuid"));
            yield return At(schema, "change to an int32", s => Retype(s, "integer", "int32"));
            yield return At(schema, "change to a long", s => Retype(s, "integer", null));
            yield return At(schema, "change to a number", s => Retype(s, "number", null));
            yield return At(schema, "change to a list", s =>
            {
                var item = (JObject)s.DeepClone();
                s.RemoveAll();
                s["type"] = "array";
                s["items"] = item;
            });
        }

        if (schema["properties"] is JObject properties)
        {
            yield return At(schema, "add a property to", s => ((JObject)s["properties"]!)["an added property"] = new JObject { ["type"] = "string" });
            yield return At(schema, "forbid other properties in", s => s["additionalProperties"] = false);
            foreach (var name in properties.Properties().Select(p => p.Name))
            {
                yield return At(schema, $"remove {name} from", s =>
                {
                    ((JObject)s["properties"]!).Remove(name);
                    (s["required"] as JArray)?.FirstOrDefault(r => (string?)r == name)?.Remove();
                });
                yield return At(schema, $"toggle whether {name} is required in", s =>
                {
                    var required = s["required"] as JArray ?? [];
                    s["required"] = required;
                    if (required.FirstOrDefault(r => (string?)r == name) is { } known)
                    {
                        known.Remove();
                    }
                    else
                    {
                        required.Add(name);
                    }
                });
            }
        }
    }

    // The responses of an operation may be missing.
    private static JObject Responses(JObject operation) => (JObject)(operation["responses"] ??= new JObject());

    private static IEnumerable<Mutation> OfOperation(JObject operation)
    {
        yield return At(operation, "summarize", o => o["summary"] = "Another summary");
        yield return At(operation, "deprecate", o => o["deprecated"] = (bool?)o["deprecated"] != true);
        yield return At(operation, "rename", o => o["operationId"] = o["operationId"] + "Renamed");
        yield return At(operation, "move to another client", o => o["operationId"] = "Moved" + o["operationId"]);
        yield return At(operation, "remove", o => o.Parent!.Remove());
        yield return At(operation, "add an optional argument to", o => Parameters(o).Add(Parameter(isRequired: false)));
        yield return At(operation, "add an optional argument before the others of", o => Parameters(o).Insert(0, Parameter(isRequired: false)));
        yield return At(operation, "add a required argument to", o => Parameters(o).Add(Parameter(isRequired: true)));
        yield return At(operation, "add an error to", o => Responses(o)["418"] = new JObject { ["description"] = "Added.", ["content"] = Json(new JObject { ["type"] = "object", ["properties"] = new JObject { ["added"] = new JObject { ["type"] = "string" } } }) });
        yield return At(operation, "add an untyped error to", o => Responses(o)["418"] = new JObject { ["description"] = "Added." });
        foreach (var response in ((operation["responses"] as JObject)?.Properties() ?? []).Select(p => p.Name))
        {
            yield return At(operation, $"remove the response {response} of", o => ((JObject)o["responses"]!).Remove(response));
        }

        if (operation["requestBody"] is JObject body && body["$ref"] is null)
        {
            yield return At(operation, "remove the body of", o => o.Remove("requestBody"));
            yield return At(operation, "toggle whether the body is required in", o => o["requestBody"]!["required"] = (bool?)o["requestBody"]!["required"] != true);
        }

        if (operation["parameters"] is JArray { Count: > 1 })
        {
            yield return At(operation, "reverse the arguments of", o => o["parameters"] = new JArray(((JArray)o["parameters"]!).Reverse()));
            yield return At(operation, "remove the last argument of", o => ((JArray)o["parameters"]!).Last!.Remove());
            yield return At(operation, "toggle whether the last argument is required in", o =>
            {
                if (((JArray)o["parameters"]!).Last is JObject last && (string?)last["in"] != "path")
                {
                    last["required"] = (bool?)last["required"] != true;
                }
            });
        }
    }

    private static JArray Parameters(JObject operation) => (JArray)(operation["parameters"] ??= new JArray());

    private static JObject Parameter(bool isRequired)
        => new() { ["name"] = "an added argument", ["in"] = "query", ["required"] = isRequired, ["schema"] = new JObject { ["type"] = "boolean" } };

    private static JObject Json(JObject schema) => new() { ["application/json"] = new JObject { ["schema"] = schema } };

    private static void Retype(JObject schema, string type, string? format)
    {
        foreach (var limit in new[] { "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "default", "example", "multipleOf" })
        {
            schema.Remove(limit);
        }

        schema["type"] = type;
        if (format is not null)
        {
            schema["format"] = format;
        }
    }

    // Finds the node in a copy of the contract by its position. A JSON path cannot represent every name.
    private static Mutation At(JObject node, string what, Action<JObject> apply)
    {
        var steps = Steps(node).Reverse().ToArray();
        return new Mutation($"{what} {node.Path}", contract => apply((JObject)steps.Aggregate((JToken)contract, (token, step) => token[step]!)));
    }

    private static IEnumerable<object> Steps(JToken node)
    {
        foreach (var token in node.AncestorsAndSelf())
        {
            if (token is JProperty property)
            {
                yield return property.Name;
            }
            else if (token.Parent is JArray list)
            {
                yield return list.IndexOf(token);
            }
        }
    }
}
