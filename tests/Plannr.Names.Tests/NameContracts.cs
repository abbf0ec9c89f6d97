using Newtonsoft.Json.Linq;

namespace Plannr.Names.Tests;

/// <summary>Contracts that use all awkward names in the same role.</summary>
internal static class NameContracts
{
    private static readonly string[] Places = ["query", "header", "cookie"];

    /// <summary>Gets the contracts by the role of the names.</summary>
    public static IReadOnlyDictionary<string, Func<JObject>> ByRole { get; } = new Dictionary<string, Func<JObject>>
    {
        ["schema of an object"] = () => Used(AwkwardNames.OfComponents.Select(name => (name, Object("id")))),
        ["schema of an enumeration"] = () => Schemas(_ => JObject.Parse("""{ "type": "string", "enum": ["a", "b"] }""")),
        ["schema of a union"] = () => Schemas(_ => JObject.Parse("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }, { "type": "object", "properties": { "a": { "type": "string" } } }] }""")),
        ["schema of a base class"] = BaseClasses,
        ["property, alone"] = () => Document(AwkwardNames.All.Select((name, index) => ($"Schema{index}", Object(name)))),
        ["property, among others"] = () => Document([("All", Object([.. AwkwardNames.All]))]),
        ["property with an inline object"] = () => Document(AwkwardNames.All.Select((name, index) => ($"Schema{index}", new JObject { ["type"] = "object", ["properties"] = new JObject { [name] = Object("id") } }))),
        ["property of its own class"] = () => Schemas(name => Object(name, "id")),
        ["property of a form"] = () => Document([], AwkwardNames.All.Select((name, index) => ("Forms", $"Send{index}", Body(index % 2 == 0 ? "application/x-www-form-urlencoded" : "multipart/form-data", Object(name))))),
        ["discriminator"] = () => Document(AwkwardNames.All.SelectMany((name, index) => Discriminated(index, name, name))),
        ["member of an enumeration, alone"] = () => Document(AwkwardNames.All.Select((name, index) => ($"Schema{index}", Enumeration(name)))),
        ["member of an enumeration, among others"] = () => Document([("All", Enumeration([.. AwkwardNames.All]))]),
        ["x-enumNames entry, alone"] = () => Document(AwkwardNames.All.Select((name, index) => ($"Schema{index}", Numbers(name)))),
        ["x-enumNames entry, among others"] = () => Document([("All", Numbers([.. AwkwardNames.All]))]),
        ["parameter"] = () => Document([], AwkwardNames.OfArguments.Select((name, index) => ("Things", $"Get{index}", WithParameters(PlaceOf(name, index), name)))),
        ["parameter, among others"] = () => Document([], [("Things", "Get", WithParameters("query", [.. AwkwardNames.OfArguments]))]),
        ["parameter with an inline object"] = () => Document([], AwkwardNames.OfArguments.Select((name, index) => ("Things", $"Get{index}", WithObject(name)))),
        ["placeholder of a path"] = Placeholders,
        ["method"] = () => Document([("Thing", Object("id"))], AwkwardNames.OfMethods.Select(name => ("Things", name, WithAll()))),
        ["group"] = () => Document([("Thing", Object("id"))], AwkwardNames.OfGroups.Select(name => (name, "Get", WithAll()))),
        ["group and method"] = () => Document([("Thing", Object("id"))], AwkwardNames.OfGroups.Select(name => (name, name, WithAll()))),
        ["derived group"] = () => Derived((operation, name) => operation["tags"] = new JArray(name)),
        ["derived method"] = () => Derived((operation, name) => (operation["tags"], operation["operationId"]) = (new JArray("Things"), name)),
        ["derived group and method"] = () => Derived((operation, name) => (operation["tags"], operation["operationId"]) = (new JArray(name), name)),
        ["schema named after its group"] = () => Document(AwkwardNames.OfGroups.SelectMany(n => new[] { n, n + "Client", "I" + n + "Client" }).Distinct().Select(n => (n, Object(n))), AwkwardNames.OfGroups.Select(name => (name, "Get", WithAll(name)))),
    };

    /// <summary>Returns a contract whose generated code uses every type that generated code can use.</summary>
    public static JObject Everything() => JObject.Parse("""
        {
          "openapi": "3.0.3",
          "info": { "title": "Everything", "version": "1.0.0" },
          "servers": [{ "url": "https://example.test" }],
          "paths": {
            "/pets": {
              "post": {
                "operationId": "Pets_Add",
                "deprecated": true,
                "parameters": [
                  { "name": "ids", "in": "query", "style": "pipeDelimited", "explode": false, "schema": { "type": "array", "items": { "type": "string", "format": "uuid" } } },
                  { "name": "day", "in": "query", "schema": { "type": "string", "format": "date" } }
                ],
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } },
                "responses": {
                  "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } } } } },
                  "400": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Either" } } } }
                }
              },
              "put": {
                "operationId": "Pets_Upload",
                "requestBody": {
                  "required": true,
                  "content": {
                    "multipart/form-data": {
                      "schema": { "type": "object", "properties": { "file": { "type": "string", "format": "binary" } } },
                      "encoding": { "file": { "contentType": "image/png" } }
                    }
                  }
                },
                "responses": { "200": { "description": "", "content": { "image/png": { "schema": { "type": "string", "format": "binary" } } } } }
              }
            }
          },
          "components": {
            "schemas": {
              "Pet": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                  "kind": { "type": "string" },
                  "id": { "type": "string", "format": "uuid", "readOnly": true },
                  "born": { "type": "string", "format": "date" },
                  "seen": { "type": "string", "format": "date-time", "deprecated": true },
                  "page": { "type": "string", "format": "uri" },
                  "more": { "type": "object", "additionalProperties": {} },
                  "size": { "type": "integer", "enum": [1, 2] },
                  "color": { "type": "string", "enum": ["red"] },
                  "either": { "$ref": "#/components/schemas/Either" }
                },
                "discriminator": { "propertyName": "kind" }
              },
              "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "type": "object", "properties": { "lives": { "type": "number", "format": "decimal" } } }] },
              "Either": { "oneOf": [{ "type": "integer" }, { "type": "string" }, { "$ref": "#/components/schemas/Cat" }] }
            }
          }
        }
        """);

    private static JObject Schemas(Func<string, JObject> schema) => Document(AwkwardNames.OfComponents.Select(name => (name, schema(name))));

    // Uses each component as a property, a body, an error, and the element of a list.
    private static JObject Used(IEnumerable<(string Key, JObject Schema)> components)
    {
        var schemas = components.ToArray();
        var whole = new JObject { ["type"] = "object", ["properties"] = new JObject(schemas.Select((s, index) => new JProperty($"part{index}", Reference(s.Key)))) };
        return Document([.. schemas, ("WholeOfAll", whole)], schemas.Select((s, index) => ("Operations", $"Operation{index}", Using(s.Key))));
    }

    private static JObject Document(IEnumerable<(string Key, JObject Schema)> components, IEnumerable<(string Group, string Method, JObject Operation)>? operations = null)
    {
        var schemas = new JObject();
        foreach (var (key, schema) in components)
        {
            schemas[key] = schema;
        }

        return new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = "Names", ["version"] = "1.0.0" },
            ["paths"] = new JObject((operations ?? []).Select((o, index) =>
            {
                o.Operation["operationId"] = $"{o.Group}_{o.Method}";
                return new JProperty($"/path{index}", new JObject { ["post"] = o.Operation });
            })),
            ["components"] = new JObject { ["schemas"] = schemas },
        };
    }

    // The operations have no operationId of the form Group_Method. Blank names are left out, because Microsoft.OpenApi ignores blank tags.
    private static JObject Derived(Action<JObject, string> name)
    {
        var names = AwkwardNames.All.Where(n => n.Trim().Length > 0).ToArray();
        var document = Document([("Thing", Object("id"))], names.Select(_ => ("", "", WithAll())));
        foreach (var (operation, index) in document["paths"]!.Select((path, index) => ((JObject)path.First!["post"]!, index)))
        {
            operation.Remove("operationId");
            name(operation, names[index]);
        }

        return document;
    }

    private static JObject Reference(string key)
        => new() { ["$ref"] = "#/components/schemas/" + key };

    private static JObject Object(params string[] properties)
        => new() { ["type"] = "object", ["properties"] = new JObject(properties.Distinct().Select(p => new JProperty(p, new JObject { ["type"] = "string" }))) };

    private static JObject Enumeration(params string[] members) => new() { ["type"] = "string", ["enum"] = new JArray(members.Distinct()) };

    private static JObject Numbers(params string[] names)
        => new() { ["type"] = "integer", ["enum"] = new JArray(names.Select((_, index) => index)), ["x-enumNames"] = new JArray(names), ["x-enum-descriptions"] = new JArray(names) };

    private static JObject Json(JObject schema) => new() { ["application/json"] = new JObject { ["schema"] = schema } };

    private static JObject Response(JObject? schema = null)
        => schema is null ? new JObject { ["description"] = "" } : new JObject { ["description"] = "", ["content"] = Json(schema) };

    private static JObject Using(string key) => new()
    {
        ["requestBody"] = new JObject { ["content"] = Json(Reference(key)) },
        ["responses"] = new JObject
        {
            ["200"] = Response(new JObject { ["type"] = "array", ["items"] = Reference(key) }),
            ["default"] = Response(Reference(key)),
        },
    };

    private static JObject WithAll(string schema = "Thing") => new()
    {
        ["parameters"] = new JArray(new JObject { ["name"] = "id", ["in"] = "query", ["schema"] = new JObject { ["type"] = "string", ["format"] = "uuid" } }),
        ["requestBody"] = new JObject { ["content"] = Json(Reference(schema)) },
        ["responses"] = new JObject { ["200"] = Response(Reference(schema)), ["400"] = Response(Reference(schema)) },
    };

    private static JObject Body(string media, JObject schema) => new()
    {
        ["requestBody"] = new JObject { ["content"] = new JObject { [media] = new JObject { ["schema"] = schema } } },
        ["responses"] = new JObject { ["204"] = Response() },
    };

    private static JObject WithParameters(string place, params string[] names) => new()
    {
        ["parameters"] = new JArray(names.Distinct().Select(n => new JObject { ["name"] = n, ["in"] = place, ["schema"] = new JObject { ["type"] = "string" } })),
        ["requestBody"] = new JObject { ["content"] = Json(new JObject { ["type"] = "string" }) },
        ["responses"] = new JObject { ["200"] = Response(new JObject { ["type"] = "string" }) },
    };

    private static JObject WithObject(string name) => new()
    {
        ["parameters"] = new JArray(new JObject { ["name"] = name, ["in"] = "query", ["style"] = "deepObject", ["schema"] = Object(name) }),
        ["responses"] = new JObject { ["204"] = Response() },
    };

    // Alternates between the locations, except for names that are invalid in an HTTP header.
    private static string PlaceOf(string name, int index)
        => Places[index % 3] is var place && place == "header" && (name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit)) ? "query" : place;

    private static JObject BaseClasses()
        => Document(AwkwardNames.OfComponents.SelectMany((name, index) => new[]
        {
            (name, Object("id")),
            ($"Heir{index}", new JObject { ["allOf"] = new JArray(Reference(name), Object("more")) }),
        }));

    private static IEnumerable<(string, JObject)> Discriminated(int index, string property, string value)
    {
        var parent = Object("id", property);
        parent["required"] = new JArray(property);
        parent["discriminator"] = new JObject { ["propertyName"] = property, ["mapping"] = new JObject { [value] = $"#/components/schemas/Heir{index}" } };
        yield return ($"Parent{index}", parent);
        yield return ($"Heir{index}", new JObject { ["allOf"] = new JArray(Reference($"Parent{index}"), Object("more")) });
    }

    // The name of a placeholder cannot contain the characters that start a query or a fragment, braces, or slashes.
    private static JObject Placeholders()
    {
        var document = Document([]);
        document["paths"] = new JObject(AwkwardNames.OfArguments.Where(n => n.IndexOfAny(['{', '}', '/', '?', '#']) < 0).Select((name, index) =>
        {
            var operation = WithParameters("path", name);
            operation["operationId"] = $"Paths_Get{index}";
            operation["parameters"]![0]!["required"] = true;
            return new JProperty($"/path{index}/before-{{{name}}}.after", new JObject { ["get"] = operation });
        }));
        return document;
    }
}
