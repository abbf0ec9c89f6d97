using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Normalization;

/// <summary>Writes operations: their parameters in the order of the C# signature, their body, and how each response is read.</summary>
internal sealed class OperationNormalizer(OpenApiContract contract, SchemaNormalizer schemas, Action<SourceNode, SourceFile, string> refuse)
{
    private readonly ContentNormalizer _content = new(contract, schemas, refuse);

    public JObject Normalize(ContractOperation operation)
    {
        var node = operation.Node;
        var result = new JObject { ["operationId"] = $"{operation.Group}_{operation.Method}" };
        Copy(node, result, "summary");
        Copy(node, result, "description");
        if (node.Text("deprecated") == "true")
        {
            result["deprecated"] = true;
        }

        // A method has variables of its own.
        var variables = new NameScope(["cancellationToken", "response"]);
        var bodyVariable = node.Has("requestBody") ? variables.Take("body") : "";
        var parameters = Parameters(operation).Select(p => Parameter(operation, p, variables.Take(Identifier.Camel(p.Node.Text("name")!)))).ToArray();
        result["parameters"] = new JArray(parameters.Cast<object>().ToArray());
        var body = Body(operation, bodyVariable, result);
        SetPositions(body is null ? parameters : [.. parameters, body]);

        new ResponseNormalizer(contract, schemas, _content, refuse).Normalize(operation, result);
        return result;
    }

    // In C#, what may be left out stands behind what may not; otherwise the contract's order holds, and the body stands last.
    private static void SetPositions(JObject[] arguments)
    {
        foreach (var (argument, index) in arguments.OrderByDescending(a => (bool)a["required"]!).Select((a, i) => (a, i)))
        {
            argument["x-position"] = index + 1;
        }
    }

    private static void Copy(SourceMap from, JObject to, string key)
    {
        if (from.Text(key) is { } text)
        {
            to[key] = text.Trim();
        }
    }

    private static bool IsRequired(Located parameter) => parameter.Node.Text("required") == "true";

    // The specification has these three ignored: the media types, and the security, say what they are. One without a name or a
    // place is an error already.
    private IEnumerable<Located> Parameters(ContractOperation operation)
    {
        var own = operation.Node.List("parameters").Select(p => contract.Follow(p, OpenApi30.Parameter, operation.File)).OfType<Located>().ToArray();
        var shared = operation.PathItem.List("parameters").Select(p => contract.Follow(p, OpenApi30.Parameter, operation.File)).OfType<Located>();
        return shared.Where(s => !own.Any(o => Key(o) == Key(s))).Concat(own)
            .Where(p => Key(p) is (not null, not null))
            .Where(p => !(p.Node.Text("in") == "header" && p.Node.Text("name")?.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION"));

        // The names of headers compare without case.
        static (string?, string?) Key(Located parameter)
            => (parameter.Node.Text("in"), parameter.Node.Text("in") == "header" ? parameter.Node.Text("name")?.ToUpperInvariant() : parameter.Node.Text("name"));
    }

    private JObject Parameter(ContractOperation operation, Located source, string variable)
    {
        var (node, _, file) = source;
        var place = node.Text("in")!;
        var style = node.Text("style") ?? (place is "path" or "header" ? "simple" : "form");
        var explode = node.Text("explode") is { } text ? text == "true" : style is "form" or "deepObject";
        var schema = node["schema"];
        if (node.Map("content") is { } content)
        {
            style = "json";
            schema = content.Entries is [{ Value: SourceMap media } entry] && MediaTypes.IsJson(entry.Key.Text) ? media["schema"] : null;
            if (schema is null)
            {
                refuse(node, file, $"the parameter '{node.Text("name")}': its content is not one schema of JSON");
            }
        }

        if (!IsAllowed(place, style))
        {
            refuse(node, file, $"the parameter '{node.Text("name")}': the style {style} is none for in: {place}");
        }

        var parameter = new JObject
        {
            // NSwag takes two parameters of the same name for one.
            ["name"] = variable,
            ["in"] = "query",
            ["required"] = IsRequired(source),
            ["schema"] = schemas.Use(schema, file, operation.TypeName + Identifier.Pascal(node.Text("name")!, "Value")),
            ["x-name"] = node.Text("name"),
            ["x-variable"] = Identifier.Escape(variable),
            ["x-place"] = Identifier.Pascal(place, ""),
        };
        // What the runtime takes for granted is left out.
        if (style != (place is "path" or "header" ? "simple" : "form"))
        {
            parameter["x-style"] = Identifier.Pascal(style, "");
        }

        if (explode != (place is "query" or "cookie") && style is not ("json" or "deepObject"))
        {
            parameter["x-explode"] = explode ? "true" : "false";
        }

        if (place == "query" && node.Text("allowReserved") == "true")
        {
            parameter["x-allow-reserved"] = true;
        }

        if (place != "path" && IsRequired(source) && (bool?)parameter["schema"]!["nullable"] != true)
        {
            parameter["x-not-null"] = true;
        }

        if (place == "header" && !node.Text("name")!.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
        {
            refuse(node["name"]!, file, $"the header '{node.Text("name")}': its name is none that HTTP allows");
        }

        if (_content.HoldsFile((JObject)parameter["schema"]!))
        {
            refuse(node, file, $"the parameter '{node.Text("name")}' with format: binary");
        }

        if (!JsonFormatNames.IsKnown((JObject)parameter["schema"]!))
        {
            parameter["x-format"] = Format((JObject)parameter["schema"]!, IsRequired(source));
        }

        var target = contract.Follow(schema, OpenApi30.Schema, file)?.Node;
        SchemaNormalizer.Describe(parameter, node.Text("description") ?? (schema as SourceMap)?.Text("description"), IsRequired(source) ? null : target?["default"]?.ToJson());
        if (node.Text("deprecated") == "true")
        {
            parameter["description"] = $"Deprecated. {parameter["description"]}".Trim();
        }

        return parameter;
    }

    // Of a class that may be null, the compiler sees that by itself.
    private string Format(JObject schema, bool isRequired)
        => JsonFormatNames.Of(schema, schemas.Components, isParameter: true)
            + (UnionLabels.IsValueType(schema, schemas.Components) && (!isRequired || (bool?)schema["nullable"] == true) ? ".OrNull()" : "");

    private static bool IsAllowed(string place, string style) => style == "json" || place switch
    {
        "path" => style is "simple" or "label" or "matrix",
        "query" => style is "form" or "spaceDelimited" or "pipeDelimited" or "deepObject",
        "header" => style == "simple",
        _ => style == "form",
    };

    private JObject? Body(ContractOperation operation, string variable, JObject result)
    {
        if (contract.Follow(operation.Node["requestBody"], OpenApi30.RequestBody, operation.File) is not { } source
            || _content.Request(source, operation) is not { } body)
        {
            return null;
        }

        body.Extension["variable"] = variable;
        body.Extension["format"] = Format(body.Schema, source.Node.Text("required") == "true");
        var request = new JObject
        {
            ["required"] = source.Node.Text("required") == "true",
            ["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = body.Schema } },
        };
        Copy(source.Node, request, "description");
        result["requestBody"] = request;
        result["x-body"] = body.Extension;
        return request;
    }
}
