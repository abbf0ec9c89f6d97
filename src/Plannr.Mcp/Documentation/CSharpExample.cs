using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plannr.SpecGate.Model;

namespace Plannr.Mcp.Documentation;

/// <summary>Writes a request as C# that uses the generated client.</summary>
internal sealed class CSharpExample
{
    private readonly TypeIndex _types;

    private CSharpExample(ApiModel api) => _types = new TypeIndex(api);

    /// <returns>The code, or null if the generated client has no method for the operation.</returns>
    public static string? Of(ApiCall call, ApiTarget target, ApiDocumentation documentation)
        => documentation.Model.Operations.FirstOrDefault(o => o.Path == call.Operation.Path && o.Verb.Equals(call.Operation.Method, StringComparison.OrdinalIgnoreCase)) is { } operation
            ? new CSharpExample(documentation.Model).Write(call, target, operation)
            : null;

    private string Write(ApiCall call, ApiTarget target, OperationModel operation)
    {
        var arguments = operation.Arguments
            .Select(a => (Argument: a, Value: Value(call, a)))
            .Where(a => a.Value is not null)
            .Select(a => (a.Argument.IsRequired ? "" : a.Argument.Variable + ": ") + Expression(a.Value!, a.Argument.Type));
        var token = target.Token is { } known ? Literal(known) : $"Environment.GetEnvironmentVariable({Literal(ApiTarget.TokenVariable)})";
        return $$"""
            using System.Net.Http.Headers;
            using Plannr.Generated;

            using var httpClient = new HttpClient { BaseAddress = new Uri({{Literal(target.Server)}}) };
            httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", {{token}});

            var client = new {{operation.Group}}Client(httpClient);
            {{(operation.Result is null ? "" : "var result = ")}}await client.{{operation.MethodName}}({{string.Join(", ", arguments)}});
            """.ReplaceLineEndings("\n");
    }

    private static JsonNode? Value(ApiCall call, ArgumentModel argument)
        => argument is ParameterModel parameter ? call.Values.GetValueOrDefault(parameter.WireName) : call.Body;

    private string Expression(JsonNode value, TypeModel type)
        => Known(value, type)
            // Whatever else there is, the generated code reads it from JSON.
            ?? $"PlannrJson.Deserialize<{type.CSharpName}>({Literal(value.ToJsonString(ApiCall.Readable))})";

    private string? Known(JsonNode value, TypeModel type) => (type, value) switch
    {
        (PrimitiveType primitive, JsonValue) => Primitive(value, primitive.CSharpName),
        (EnumerationType enumeration, JsonValue) => Member(ApiCall.Text(value), enumeration),
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
            // Line separators end a line of C#, and what does not show could say otherwise than it seems.
            _ when !char.IsAscii(c) && !char.IsLetterOrDigit(c) || char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            _ => c.ToString(),
        })) + "\"";
}
