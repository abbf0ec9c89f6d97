using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Plannr.ContractFuzz.Tests.Contracts;

/// <summary>Draws operations with parameters in all locations and styles, bodies, and responses.</summary>
internal sealed class OperationGenerator(Draw draw, Names names, SchemaGenerator schemas, ComponentKinds components)
{
    private static readonly string[] JsonTypes = ["application/json", "application/json", "application/json", "application/json; charset=utf-8", "application/vnd.fuzz+json", "text/json"];

    private readonly HashSet<string> _taken = [];

    /// <summary>Adds an operation to a contract's paths.</summary>
    public void AddTo(JObject paths, int number)
    {
        var (path, parameters, placeholders) = ($"/p{number}", new JArray(), new JObject());
        for (var count = draw.Weighted((50, 0), (35, 1), (15, 2)); count > 0; count--)
        {
            var name = names.Placeholder(placeholders);
            path += draw.Chance(80) ? $"/{{{name}}}" : $"/a-{{{name}}}.b";
            parameters.Add(Parameter("path", name));
        }

        AddOthers(parameters);
        var verb = draw.Pick(["get", "get", "post", "post", "put", "patch", "delete", "head", "options"]);
        var operation = new JObject { ["operationId"] = Id(number), ["summary"] = draw.Chance(10) ? draw.Pick(NastyNames.Any) : "Call it" };
        if (draw.Chance(5))
        {
            operation["deprecated"] = true;
        }

        var item = new JObject { [verb] = operation };
        if (parameters.Count > 0)
        {
            (draw.Chance(15) ? item : operation)["parameters"] = parameters;
        }

        if (verb is "post" or "put" or "patch" && draw.Chance(85))
        {
            operation["requestBody"] = Body();
        }

        operation["responses"] = Responses(verb);
        paths[path] = item;
    }

    private string Id(int number)
    {
        var id = names.Operation(number);
        return _taken.Add(id) ? id : $"Things_Other{number}";
    }

    private void AddOthers(JArray parameters)
    {
        var taken = new HashSet<(string, string)>();
        for (var count = draw.Weighted((35, 0), (30, 1), (20, 2), (15, 4)); count > 0; count--)
        {
            var place = draw.Weighted((65, "query"), (25, "header"), (10, "cookie"));
            var name = place == "header" ? names.Header() : names.Parameter();
            if (taken.Add((place, name.ToUpperInvariant())))
            {
                parameters.Add(Parameter(place, name));
            }
        }
    }

    private JObject Parameter(string place, string name)
    {
        var parameter = new JObject { ["name"] = name, ["in"] = place };
        if (place == "path" || draw.Chance(40))
        {
            parameter["required"] = true;
        }

        if (draw.Chance(8))
        {
            parameter["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = schemas.Any(1, components.Count) } };
            return parameter;
        }

        // A few parameters have schemas that no style supports, such as lists of lists.
        parameter["schema"] = draw.Chance(96) ? schemas.Flat() : schemas.Any(1, components.Count);
        if (draw.Chance(35))
        {
            var isObject = (string?)parameter["schema"]!["type"] == "object";
            parameter["style"] = draw.Pick(Styles(place, isObject));
        }

        if (draw.Chance(30))
        {
            parameter["explode"] = draw.Chance(50);
        }

        if (place == "query" && draw.Chance(8))
        {
            parameter["allowReserved"] = true;
        }

        return parameter;
    }

    private string[] Styles(string place, bool isObject)
        => draw.Chance(3) ? ["form", "simple", "label", "deepObject"] : place switch
        {
            "path" => ["simple", "label", "matrix"],
            "query" => isObject ? ["form", "spaceDelimited", "pipeDelimited", "deepObject", "deepObject"] : ["form", "spaceDelimited", "pipeDelimited"],
            "header" => ["simple"],
            _ => ["form"],
        };

    private JObject Body()
    {
        var body = new JObject { ["content"] = new JObject { Content() } };
        if (draw.Chance(70))
        {
            body["required"] = true;
        }

        return body;
    }

    private JProperty Content()
        => draw.Weighted<Func<JProperty>>(
            (64, () => Media(draw.Pick(JsonTypes), schemas.Any(0, components.Count))),
            (12, () => Media("application/x-www-form-urlencoded", schemas.Class(0, 0, _ => Field(isMultipart: false)))),
            (12, () => Media("multipart/form-data", schemas.Class(0, 0, _ => Field(isMultipart: true)))),
            (6, () => Media("text/plain", new JObject { ["type"] = "string" })),
            (6, () => Media("application/octet-stream", File())))();

    private JObject Field(bool isMultipart)
        => isMultipart && draw.Chance(30)
            ? draw.Chance(70) ? File() : new JObject { ["type"] = "array", ["items"] = File() }
            : draw.Chance(90) ? schemas.Flat() : schemas.Any(2, components.Count);

    private static JObject File() => new() { ["type"] = "string", ["format"] = "binary" };

    private static JProperty Media(string type, JObject schema) => new(type, new JObject { ["schema"] = schema });

    private JObject Responses(string verb)
    {
        var responses = new JObject();
        var kind = Kind();
        foreach (var status in Successes())
        {
            // Several success responses usually have the same kind of content.
            responses[status] = Response(status == "204" || verb == "head" ? null : (draw.Chance(90) ? kind : Kind())());
        }

        foreach (var status in new[] { "404", "4XX", "500", "5XX", "default" }.Where(_ => draw.Chance(25)))
        {
            responses[status] = Response(verb != "head" && draw.Chance(75) ? Media(draw.Chance(70) ? "application/json" : "application/problem+json", schemas.Any(0, components.Count)) : null);
        }

        return responses;
    }

    private Func<JProperty?> Kind()
        => draw.Weighted<Func<JProperty?>>(
            (76, () => Media(draw.Pick(JsonTypes), schemas.Any(0, components.Count))),
            (12, () => null),
            (6, () => Media("text/plain", new JObject { ["type"] = "string" })),
            (6, () => Media("application/octet-stream", File())));

    private string[] Successes()
        => draw.Weighted<string[]>((55, ["200"]), (8, ["201"]), (10, ["204"]), (8, ["2XX"]), (6, ["200", "204"]), (6, ["200", "201"]), (4, ["200", "2XX"]), (3, ["202", "206"]));

    private JObject Response(JProperty? content)
    {
        var response = new JObject { ["description"] = draw.Chance(5) ? draw.Pick(NastyNames.Any) : "It is done." };
        if (content is not null)
        {
            response["content"] = new JObject(content);
        }

        if (draw.Chance(8))
        {
            response["headers"] = new JObject { ["X-Count"] = new JObject { ["description"] = draw.Below(9).ToString(CultureInfo.InvariantCulture), ["schema"] = new JObject { ["type"] = "integer" } } };
        }

        return response;
    }
}
