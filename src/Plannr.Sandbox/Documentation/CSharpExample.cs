using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Plannr.Generated;

namespace Plannr.Sandbox.Documentation;

/// <summary>A request as C#, through the generated client.</summary>
internal static class CSharpExample
{
    /// <returns>The code, or null if the generated client has no method for the operation.</returns>
    public static string? Of(ApiCall call, ApiTarget target)
    {
        if (Method(call.Operation) is not { } method)
        {
            return null;
        }

        var arguments = method.GetParameters()
            .Select(p => (Parameter: p, Value: Value(call, p)))
            .Where(a => a.Value is not null)
            .Select(a => (a.Parameter.IsOptional ? a.Parameter.Name + ": " : "") + Expression(a.Value!, a.Parameter.ParameterType));
        var token = target.Token is { } known ? Literal(known) : $"Environment.GetEnvironmentVariable({Literal(ApiTarget.TokenVariable)})";
        return $$"""
            using System.Net.Http.Headers;
            using Plannr.Generated;

            using var httpClient = new HttpClient { BaseAddress = new Uri({{Literal(target.Server)}}) };
            httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", {{token}});

            var client = new {{method.DeclaringType!.Name}}(httpClient);
            {{(HasResult(method) ? "var result = " : "")}}await client.{{method.Name}}({{string.Join(", ", arguments)}});
            """.ReplaceLineEndings("\n");
    }

    /// <summary>NSwag names the client by what stands before the operation id's last underscore, and the method by the rest.</summary>
    private static MethodInfo? Method(ApiOperation operation)
    {
        var (client, name) = operation.Id.LastIndexOf('_') is var i and > 0 ? (operation.Id[..i], operation.Id[(i + 1)..]) : ("", operation.Id);
        return typeof(PlannrJson).Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && Same(t.Name, client + "Client"))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .FirstOrDefault(m => Same(m.Name, name + "Async"));
    }

    private static bool HasResult(MethodInfo method) => method.ReturnType.IsGenericType;

    private static JsonNode? Value(ApiCall call, ParameterInfo parameter)
        => parameter.Name == ApiCall.BodyName ? call.Body : call.Values.FirstOrDefault(v => Same(v.Key, parameter.Name!)).Value;

    private static bool Same(string left, string right)
        => string.Equals(string.Concat(left.Where(char.IsLetterOrDigit)), string.Concat(right.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);

    private static string Expression(JsonNode value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Simple(value, type) is { } simple)
        {
            return simple;
        }

        if (value is JsonObject attributes && Initializer(attributes, type) is { } initializer)
        {
            return initializer;
        }

        // Whatever else there is, the generated code reads it from JSON.
        return $"PlannrJson.Deserialize<{type.Name}>({Literal(value.ToJsonString(ApiCall.Readable))})";
    }

    private static string? Simple(JsonNode value, Type type) => value.GetValueKind() switch
    {
        JsonValueKind.String when type == typeof(string) => Literal(value.GetValue<string>()),
        JsonValueKind.String when type == typeof(Guid) => $"new Guid({Literal(value.GetValue<string>())})",
        JsonValueKind.String when type == typeof(Uri) => $"new Uri({Literal(value.GetValue<string>())})",
        JsonValueKind.True or JsonValueKind.False when type == typeof(bool) => value.ToJsonString(),
        JsonValueKind.Number when type == typeof(int) || type == typeof(long) || type == typeof(double) => value.ToJsonString(),
        JsonValueKind.Number when type == typeof(decimal) => value.ToJsonString() + "m",
        _ => null,
    };

    private static string? Initializer(JsonObject attributes, Type type)
    {
        var settings = new List<string>();
        foreach (var (name, value) in attributes)
        {
            var property = type.GetProperties().FirstOrDefault(p => p.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName == name);
            if (value is null || property is null || Simple(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is not { } simple)
            {
                return null;
            }

            settings.Add($"{property.Name} = {simple}");
        }

        return settings.Count == 0 ? $"new {type.Name}()" : $"new {type.Name} {{ {string.Join(", ", settings)} }}";
    }

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
