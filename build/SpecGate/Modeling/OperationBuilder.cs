using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>Decides which arguments the methods of an operation take, and what they return.</summary>
internal sealed class OperationBuilder(OpenApiContract contract, TypeBuilder types, ServerBuilder servers, Action<SourceNode, SourceFile, string> refuse)
{
    private readonly ContentBuilder _content = new(contract, types, refuse);
    private readonly StyledValues _styled = new(types);

    public OperationModel Build(ContractOperation operation)
    {
        var node = operation.Node;
        // A method has variables of its own.
        var variables = new NameScope(["cancellationToken", "response"]);
        var bodyVariable = node.Has("requestBody") ? variables.Take("body") : "";
        var parameters = Parameters(operation).Select(p => Parameter(operation, p, variables.Take(Identifier.Camel(p.Node.Text("name")!)))).ToArray();
        var body = contract.Follow(node["requestBody"], OpenApi30.RequestBody, operation.File) is { } source ? _content.Request(source, operation, bodyVariable) : null;
        var responses = new ResponseBuilder(contract, types, _content, refuse).Build(operation);
        return new OperationModel(
            operation.Group,
            operation.Method,
            operation.Verb,
            operation.Path,
            node.Text("summary")?.Trim(),
            node.Text("description")?.Trim(),
            node.Text("deprecated") == "true",
            parameters,
            body,
            responses.Result,
            responses.Successes,
            responses.Errors,
            responses.Accept,
            responses.Headers,
            servers.Of(operation))
        { At = new ContractPlace(operation.File.Path, operation.Node.Start) };
    }

    private static bool IsRequired(Located parameter) => parameter.Node.Text("required") == "true";

    // The specification has three headers ignored: the media types, and the security, say what they are. The length is that of
    // the body. A parameter without a name or a place is an error already.
    private IEnumerable<Located> Parameters(ContractOperation operation)
    {
        var own = operation.Node.List("parameters").Select(p => contract.Follow(p, OpenApi30.Parameter, operation.File)).OfType<Located>().ToArray();
        var shared = operation.PathItem.List("parameters").Select(p => contract.Follow(p, OpenApi30.Parameter, operation.File)).OfType<Located>();
        return shared.Where(s => !own.Any(o => Key(o) == Key(s))).Concat(own)
            .Where(p => Key(p) is (not null, not null))
            .Where(p => !(p.Node.Text("in") == "header" && p.Node.Text("name")?.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION" or "CONTENT-LENGTH"));

        // The names of headers compare without case.
        static (string?, string?) Key(Located parameter)
            => (parameter.Node.Text("in"), parameter.Node.Text("in") == "header" ? parameter.Node.Text("name")?.ToUpperInvariant() : parameter.Node.Text("name"));
    }

    private ParameterModel Parameter(ContractOperation operation, Located source, string variable)
    {
        var (node, _, file) = source;
        var (name, place) = (node.Text("name")!, node.Text("in")!);
        var style = node.Text("style") ?? (place is "path" or "header" ? "simple" : "form");
        var explode = node.Text("explode") is { } text ? text == "true" : style is "form" or "deepObject";
        var schema = node["schema"];
        if (node.Map("content") is { } content)
        {
            style = "json";
            schema = content.Entries is [{ Value: SourceMap media } entry] && MediaTypes.IsJson(entry.Key.Text) ? media["schema"] : null;
            if (schema is null)
            {
                refuse(node, file, $"the parameter '{name}': its content is not one schema of JSON");
            }
        }

        var type = types.Use(schema, file, operation.TypeName + Identifier.Pascal(name, "Value"));
        RefuseUnsendable(source, style, type);
        var target = contract.Follow(schema, OpenApi30.Schema, file)?.Node;
        var description = Documentation.Of(node.Text("description") ?? (schema as SourceMap)?.Text("description"), IsRequired(source) ? null : target?["default"]);
        return new ParameterModel(
            name,
            Enum.TryParse<ParameterPlace>(place, ignoreCase: true, out var known) ? known : ParameterPlace.Query,
            variable,
            type,
            IsRequired(source),
            // What the runtime takes for granted is left out.
            style == (place is "path" or "header" ? "simple" : "form") ? null : Identifier.Pascal(style, ""),
            explode == (place is "query" or "cookie") || style is "json" or "deepObject" ? null : explode,
            place == "query" && node.Text("allowReserved") == "true",
            node.Text("deprecated") == "true" ? $"Deprecated. {description}".Trim() : description)
        { At = new ContractPlace(file.Path, node.Start) };
    }

    private void RefuseUnsendable(Located source, string style, TypeModel type)
    {
        var (node, _, file) = source;
        var (name, place) = (node.Text("name")!, node.Text("in")!);
        if (name.Length == 0)
        {
            refuse(node["name"]!, file, "a parameter whose name is empty");
        }

        if (!IsAllowed(place, style))
        {
            refuse(node, file, $"the parameter '{name}': the style {style} is none for in: {place}");
        }
        else if (_styled.Problem(type, style) is { } problem)
        {
            refuse(node, file, $"the parameter '{name}': {problem}");
        }

        if (place == "header" && !name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
        {
            refuse(node["name"]!, file, $"the header '{name}': its name is none that HTTP allows");
        }

        if (_content.HoldsFile(type))
        {
            refuse(node, file, $"the parameter '{name}' with format: binary");
        }
    }

    private static bool IsAllowed(string place, string style) => style == "json" || place switch
    {
        "path" => style is "simple" or "label" or "matrix",
        "query" => style is "form" or "spaceDelimited" or "pipeDelimited" or "deepObject",
        "header" => style == "simple",
        _ => style == "form",
    };
}
