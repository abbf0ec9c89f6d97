using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plannr.Mcp.Documentation;

/// <summary>A call of an operation, with values for its parameters and its body.</summary>
internal sealed class OperationCall
{
    /// <summary>The name of the body among the values.</summary>
    public const string BodyName = "body";

    // Readable JSON, without the escapes that only HTML needs.
    public static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private OperationCall(DocumentedOperation operation, IReadOnlyDictionary<string, JsonNode> values)
    {
        Operation = operation;
        Values = values;
    }

    public DocumentedOperation Operation { get; }

    /// <summary>Gets the values of the parameters by name, and the body.</summary>
    public IReadOnlyDictionary<string, JsonNode> Values { get; }

    public JsonNode? Body => Values.GetValueOrDefault(BodyName);

    /// <summary>Creates a call with exactly these values.</summary>
    public static OperationCall With(DocumentedOperation operation, IReadOnlyDictionary<string, JsonNode> values) => new(operation, values);

    /// <summary>Creates a call with the contract's examples. Required values without an example are generated.</summary>
    public static OperationCall Example(ApiDocumentation documentation, DocumentedOperation operation)
    {
        var values = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var parameter in operation.Parameters)
        {
            var made = parameter.IsRequired && parameter.Schema is { } schema ? ExampleValue.Of(documentation, schema) : null;
            if ((parameter.Example ?? made) is { } value)
            {
                values[parameter.Name] = value;
            }
        }

        if (operation.BodyContent is var (_, content))
        {
            var given = content.Node["example"] ?? content.Child("examples")?.Children().Select(e => documentation.Resolve(e.Value).Node["value"]).FirstOrDefault();
            if ((given ?? (content.Child("schema") is { } schema ? ExampleValue.Of(documentation, schema) : null)) is { } body)
            {
                values[BodyName] = body;
            }
        }

        return new OperationCall(operation, values);
    }

    /// <summary>Returns the path and the query, with values for the parameters.</summary>
    public string Target()
    {
        var target = new StringBuilder(Operation.Path);
        var separator = '?';
        foreach (var parameter in Operation.Parameters)
        {
            if (!Values.TryGetValue(parameter.Name, out var value))
            {
                continue;
            }

            if (parameter.In == "path")
            {
                target.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(Text(value)));
            }
            else if (parameter.In == "query")
            {
                foreach (var item in value is JsonArray list ? list.OfType<JsonNode>() : [value])
                {
                    target.Append(separator).Append(Uri.EscapeDataString(parameter.Name)).Append('=').Append(Uri.EscapeDataString(Text(item)));
                    separator = '&';
                }
            }
        }

        return target.ToString();
    }

    /// <summary>Returns the headers for header parameters, without those of every request.</summary>
    public IEnumerable<(string Name, string Value)> Headers()
    {
        foreach (var parameter in Operation.Parameters.Where(p => p.In == "header" && Values.ContainsKey(p.Name)))
        {
            yield return (parameter.Name, Text(Values[parameter.Name]));
        }

        var cookies = Operation.Parameters.Where(p => p.In == "cookie" && Values.ContainsKey(p.Name)).Select(p => $"{p.Name}={Uri.EscapeDataString(Text(Values[p.Name]))}").ToList();
        if (cookies.Count > 0)
        {
            yield return ("Cookie", string.Join("; ", cookies));
        }
    }

    public static string Text(JsonNode value) => value is JsonValue scalar && scalar.TryGetValue<string>(out var text)
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{value.ToJsonString(Readable)}");
}
