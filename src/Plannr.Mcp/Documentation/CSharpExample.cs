using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Operations;
using Plannr.SpecGate.Model.Types;

namespace Plannr.Mcp.Documentation;

/// <summary>Formats calls as C#.</summary>
internal sealed class CSharpExample
{
    private readonly TypeIndex _types;

    private CSharpExample(ApiModel api) => _types = new TypeIndex(api);

    /// <summary>Returns the code of a call, or null if the generated client has no method for the operation.</summary>
    public static string? Of(OperationCall call, ApiTarget target, ApiDocumentation documentation, CSharpClient client)
        => documentation.Model.Operations.FirstOrDefault(o => o.Path == call.Operation.Path && o.Verb.Equals(call.Operation.Method, StringComparison.OrdinalIgnoreCase)) is { } operation
            ? new CSharpExample(documentation.Model).Write(call, operation, client == CSharpClient.PlannrClient ? PlannrClient(target, documentation, operation) : GeneratedClient(target, operation))
            : null;

    private string Write(OperationCall call, OperationModel operation, (string Setup, string Client) client)
    {
        var arguments = operation.Arguments
            .Select(a => (Argument: a, Value: Value(call, a)))
            .Where(a => a.Value is not null)
            .Select(a => (a.Argument.IsRequired ? "" : a.Argument.Variable + ": ") + Expression(a.Value!, a.Argument.Type));
        return $"""
            {client.Setup}
            {(operation.Result is null ? "" : "var result = ")}await {client.Client}.{operation.MethodName}({string.Join(", ", arguments)});
            """.ReplaceLineEndings("\n");
    }

    private static (string Setup, string Client) PlannrClient(ApiTarget target, ApiDocumentation documentation, OperationModel operation)
    {
        var address = target.Server.TrimEnd('/') == documentation.Server?.TrimEnd('/') ? "" : $"BaseAddress = new Uri({Literal(target.Server)}), ";
        return ($$"""
            using Plannr.Client;
            using Plannr.Generated;

            using var plannr = new PlannrClient(new PlannrClientOptions { {{address}}AccessToken = {{Token(target)}} });
            """, $"plannr.{operation.Group}");
    }

    private static (string Setup, string Client) GeneratedClient(ApiTarget target, OperationModel operation)
        => ($$"""
            using System.Net.Http.Headers;
            using Plannr.Generated;

            using var httpClient = new HttpClient { BaseAddress = new Uri({{Literal(target.Server)}}) };
            httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", {{Token(target)}});

            var client = new {{operation.Group}}Client(httpClient);
            """, "client");

    private static string Token(ApiTarget target)
        => target.Token is { } known ? Literal(known) : $"Environment.GetEnvironmentVariable({Literal(ApiTarget.TokenVariable)})";

    private static JsonNode? Value(OperationCall call, ArgumentModel argument)
        => argument is ParameterModel parameter ? call.Values.GetValueOrDefault(parameter.WireName) : call.Body;

    private string Expression(JsonNode value, TypeModel type)
        => Known(value, type)
            // All other types are read from JSON.
            ?? $"PlannrJson.Deserialize<{type.CSharpName}>({Literal(value.ToJsonString(OperationCall.Readable))})";

    private string? Known(JsonNode value, TypeModel type) => (type, value) switch
    {
        (PrimitiveType primitive, JsonValue) => Primitive(value, primitive.CSharpName),
        (EnumerationType enumeration, JsonValue) => Member(OperationCall.Text(value), enumeration),
        (ClassType known, JsonObject properties) => Initializer(properties, known.Name),
        (ListType list, JsonArray items) => Items(items, list.Item),
        _ => null,
    };

    private static string? Primitive(JsonNode value, string type) => (value.GetValueKind(), type) switch
    {
        (JsonValueKind.String, "string") => Literal(value.GetValue<string>()),
        (JsonValueKind.String, "Guid" or "Uri") => $"new {type}({Literal(value.GetValue<string>())})",
        (JsonValueKind.True or JsonValueKind.False, "bool") => value.ToJsonString(),
        (JsonValueKind.Number, "int" or "long" or "uint" or "ulong" or "double") => value.ToJsonString(),
        (JsonValueKind.Number, "decimal") => value.ToJsonString() + "m",
        (JsonValueKind.Number, "float") => value.ToJsonString() + "f",
        _ => null,
    };

    private string? Member(string value, EnumerationType type)
        => _types.Find(type.Name) is EnumerationModel model && model.Members.FirstOrDefault(m => m.Value == value) is { } member ? $"{type.Name}.{member.Name}" : null;

    private string? Items(JsonArray items, TypeModel type)
    {
        var known = items.Select(i => i is null ? "null" : Known(i, type)).ToArray();
        return known.Contains(null) ? null : $"[{string.Join(", ", known)}]";
    }

    private string? Initializer(JsonObject json, string type)
    {
        var settings = new List<string>();
        foreach (var (name, value) in json)
        {
            if (value is null || Property(type, name) is not { } property || Known(value, property.Type) is not { } known)
            {
                return null;
            }

            settings.Add($"{property.Name} = {known}");
        }

        return settings.Count == 0 ? $"new {type}()" : $"new {type} {{ {string.Join(", ", settings)} }}";
    }

    private PropertyModel? Property(string type, string wireName)
        => _types.Find(type) is ClassModel model
            ? _types.Ancestors(model).Prepend(model).SelectMany(t => t.Properties).FirstOrDefault(p => p.WireName == wireName)
            : null;

    private static string Literal(string text)
        => "\"" + string.Concat(text.Select(c => c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            // Line separators end a line of C#, and invisible characters could change the apparent meaning.
            _ when !char.IsAscii(c) && !char.IsLetterOrDigit(c) || char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            _ => c.ToString(),
        })) + "\"";
}
