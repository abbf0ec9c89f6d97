using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Operations;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Modeling.Schemas;
using Plannr.SpecGate.Modeling.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>Builds the model of an operation: its arguments, its result and its errors.</summary>
internal sealed class OperationBuilder(OpenApiContract contract, TypeBuilder types, ServerBuilder servers, Action<SourceNode, SourceFile, string> refuse, Action<SourceNode, SourceFile, string> warn)
{
    private static readonly SourceMap Text = SourceMap.Of(("type", "string"));

    private readonly ContentBuilder _content = new(contract, types, refuse, warn);
    private readonly StyledValues _styled = new(types);

    public OperationModel Build(SourceOperation operation)
    {
        var node = operation.Node;
        if (!OpenApi30.Methods.Contains(operation.Verb))
        {
            refuse(operation.Key, operation.File, $"the method '{operation.Verb}' of OpenAPI 3.2: only {string.Join(", ", OpenApi30.Methods)} are supported");
        }
        else if (operation.IsAdditional)
        {
            refuse(operation.Key, operation.File, $"the method '{operation.Verb}' in additionalOperations: write it in the path item itself");
        }

        // The generated method uses these names itself.
        var variables = new NameScope(["cancellationToken", "response"]);
        var bodyVariable = node.Has("requestBody") ? variables.Take("body") : "";
        var parameters = Parameters(operation).Select(p => Parameter(operation, p, variables.Take(Identifier.Camel(p.Node.Text("name")!)))).ToArray();
        var body = contract.Follow(node["requestBody"], OpenApi30.RequestBody, operation.File) is { } source ? _content.Request(source, operation, bodyVariable) : null;
        var responses = new ResponseBuilder(contract, types, _content, warn).Build(operation);
        return new OperationModel(
            operation.Group,
            operation.Method,
            operation.Verb,
            OperationPath.Of(operation.Path).Text,
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

    // Path parameters are always required.
    private static bool IsRequired(ContractObject parameter) => parameter.Node.Text("required") == "true" || parameter.Node.Text("in") == "path";

    // The specification ignores the headers Accept, Content-Type and Authorization: the media types and the security requirements
    // define them. HttpClient sets Content-Length. A parameter without a name or a location already has a finding.
    private IEnumerable<ContractObject> Parameters(SourceOperation operation)
    {
        var own = operation.Node.List("parameters").Select(p => contract.Follow(p, OpenApi30.Parameter, operation.File)).OfType<ContractObject>().ToArray();
        var shared = operation.PathItem.List("parameters").Select(p => contract.Follow(p, OpenApi30.Parameter, operation.File)).OfType<ContractObject>();
        var placeholders = OperationPath.Of(operation.Path).Placeholders;
        var declared = shared.Where(s => !own.Any(o => Key(o) == Key(s))).Concat(own).DistinctBy(Key)
            .Where(p => Key(p) is (not null, not null))
            .Where(HasUsableName)
            .Where(p => p.Node.Text("in") != "path" || placeholders.Contains(p.Node.Text("name")!))
            .Where(p => !(p.Node.Text("in") == "header" && p.Node.Text("name")?.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION" or "CONTENT-LENGTH"))
            .ToArray();
        return placeholders.Where(p => !declared.Any(d => Key(d) == ("path", p))).Select(p => Undeclared(operation, p)).Concat(declared);

        // Header names are case-insensitive.
        static (string?, string?) Key(ContractObject parameter)
            => (parameter.Node.Text("in"), parameter.Node.Text("in") == "header" ? parameter.Node.Text("name")?.ToUpperInvariant() : parameter.Node.Text("name"));
    }

    // The parameter for a placeholder that the contract does not declare.
    private static ContractObject Undeclared(SourceOperation operation, string placeholder)
    {
        var parameter = SourceMap.Of(("name", placeholder), ("in", "path"));
        var schema = new SourceEntry(new SourceScalar("schema", false, operation.Node.Start), SourceMap.Of(("type", "string")));
        return new ContractObject(parameter with { Entries = [.. parameter.Entries, schema], Start = operation.Node.Start }, OpenApi30.Parameter, operation.File);
    }

    private ParameterModel Parameter(SourceOperation operation, ContractObject source, string variable)
    {
        var (node, _, file) = source;
        var (name, place) = (node.Text("name")!, node.Text("in")!);
        if (!Enum.TryParse<ParameterPlace>(place, ignoreCase: true, out var known))
        {
            refuse(node["in"]!, file, $"the parameter '{name}' with in: {place}: declare each field of the query as a parameter with in: query");
        }

        var isJson = IsJson(source, out var schema);
        var style = isJson ? "json" : Style(source, place);
        var explode = node.Text("explode") is { } text ? text == "true" : style == "form";
        var type = Type(source, schema, operation.TypeName + Identifier.Pascal(name, "Value"));
        if (_styled.Problem(type, style) is { } problem)
        {
            warn(node, file, $"The parameter '{name}': {problem}");
        }

        var target = contract.Follow(schema, OpenApi30.Schema, file)?.Node;
        var description = Documentation.Of(node.Text("description") ?? (schema is SourceMap { Reference: null } own ? own.Text("description") : null), IsRequired(source) || target is null ? null : contract.DefaultOf(target));
        return new ParameterModel(
            name,
            known,
            variable,
            type,
            IsRequired(source),
            // Defaults of the runtime are left out.
            style == (place is "path" or "header" ? "simple" : "form") ? null : Identifier.Pascal(style, ""),
            explode == (place is "query" or "cookie") || style is "json" or "deepObject" ? null : explode,
            place == "query" && node.Text("allowReserved") == "true",
            node.Text("deprecated") == "true" ? $"Deprecated. {description}".Trim() : description)
        { At = new ContractPlace(file.Path, node.Start) };
    }

    // The schema is a key of the parameter, or a key of its content.
    private bool IsJson(ContractObject source, out SourceNode? schema)
    {
        var (node, _, file) = source;
        schema = node["schema"];
        if (node.Map("content") is not { Entries: [var first, ..] } content)
        {
            return false;
        }

        var media = content.Entries.FirstOrDefault(e => MediaTypes.IsJson(e.Key.Text));
        schema = ((media ?? first).Value as SourceMap)?["schema"];
        if (media is null)
        {
            // The caller formats objects and lists as text.
            schema = schema is not null && types.Members.Open(schema, file)?.Node is { } target && SchemaKinds.Of(target) is SchemaKind.Primitive or SchemaKind.Enum ? schema : Text;
            warn(node, file, $"The parameter '{node.Text("name")}' is written in the default style, because its content is not JSON. The caller passes text of {first.Key.Text}.");
        }

        return media is not null;
    }

    private string Style(ContractObject source, string place)
    {
        var fallback = place is "path" or "header" ? "simple" : "form";
        if (source.Node.Text("style") is not { } style || IsAllowed(place, style))
        {
            return source.Node.Text("style") ?? fallback;
        }

        warn(source.Node, source.File, $"The parameter '{source.Node.Text("name")}' is written in the style {fallback}, because OpenAPI does not allow the style {style} for in: {place}. Correct the style.");
        return fallback;
    }

    private TypeModel Type(ContractObject source, SourceNode? schema, string place)
    {
        var type = types.Use(schema, source.File, place);
        var text = FilesAsText.Of(type);
        if (text != type)
        {
            warn(source.Node, source.File, FilesAsText.Reason);
        }

        if (_content.HoldsFile(text))
        {
            refuse(source.Node, source.File, $"the parameter '{source.Node.Text("name")}': its class contains files, because a multipart form uses it too. Give the parameter a schema of its own");
        }

        return text;
    }

    // An optional parameter that cannot be sent is left out. A required one is an error.
    private bool HasUsableName(ContractObject parameter)
    {
        var (node, _, file) = parameter;
        var name = node.Text("name")!;
        var problem = name.Length == 0 ? "a parameter whose name is empty"
            : node.Text("in") == "header" && !name.All(IsTokenCharacter) ? $"the header '{name}': HTTP does not allow this name"
            : null;
        if (problem is null)
        {
            return true;
        }

        if (IsRequired(parameter))
        {
            refuse(node["name"]!, file, problem);
        }
        else
        {
            warn(node["name"]!, file, name.Length == 0 ? "The parameter is left out, because its name is empty." : $"The header '{name}' is left out, because HTTP does not allow its name.");
        }

        return false;
    }

    private static bool IsTokenCharacter(char character) => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal);

    private static bool IsAllowed(string place, string style) => place switch
    {
        "path" => style is "simple" or "label" or "matrix",
        "query" => style is "form" or "spaceDelimited" or "pipeDelimited" or "deepObject",
        "header" => style == "simple",
        _ => style == "form",
    };
}
