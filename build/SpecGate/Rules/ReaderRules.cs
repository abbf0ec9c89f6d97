using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Checks whether Microsoft.OpenApi, which the sandbox and the tests use, can read the contract.</summary>
internal static class ReaderRules
{
    // Microsoft.OpenApi reads these as 32-bit integers.
    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal) { "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" };

    public static void Check(OpenApiContract contract, Findings findings)
    {
        foreach (var error in Errors((SourceMap)contract.Main.Root!))
        {
            var place = error.Pointer is { Length: > 0 } pointer ? contract.Resolve(pointer, contract.Main)?.Node : null;
            findings.Add(Rule.NotRead, contract.Main.Path, (place ?? contract.Root).Start, error.Message);
        }
    }

    private static IEnumerable<OpenApiError> Errors(SourceMap root)
    {
        try
        {
            // It reads JSON from the gate's nodes, because its own YAML reader has other limits and does not report positions.
            var read = new OpenApiJsonReader().Read(Json(root)!, new Uri("https://openapi.net/"), new OpenApiReaderSettings());
            return read.Diagnostic?.Errors.Where(e => !IsEmptyDefault(e)) ?? [];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The reader may throw any exception for an unexpected document.
            return [new OpenApiError("", $"Microsoft.OpenApi cannot read the document: {exception.Message}")];
        }
    }

    // Microsoft.OpenApi rejects an empty default of a server variable, which is valid, such as for an optional prefix.
    private static bool IsEmptyDefault(OpenApiError error) => error.Pointer?.EndsWith("/default", StringComparison.Ordinal) == true && error.Pointer.Contains("/variables/", StringComparison.Ordinal);

    private static JsonNode? Json(SourceNode node, string key = "")
        => node switch
        {
            SourceMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Json(e.Value, e.Key.Text)))),
            SourceList list => new JsonArray([.. list.Items.Select(i => Json(i))]),
            SourceScalar scalar when Counts.Contains(key) && scalar.IsCount() => JsonValue.Create((int)Math.Min(scalar.ToDecimal(), int.MaxValue)),
            // Microsoft.OpenApi reads this as a decimal, and minimum and maximum as text.
            SourceScalar scalar when key == "multipleOf" && scalar.IsNumber() => JsonValue.Create(scalar.ToDecimal()),
            SourceScalar scalar => Json(scalar.ToJson()),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private static JsonValue? Json(JValue value)
        => value.Type switch
        {
            JTokenType.Null => null,
            JTokenType.Boolean => JsonValue.Create((bool)value),
            JTokenType.Integer => value.Value is ulong unsigned ? JsonValue.Create(unsigned) : JsonValue.Create((long)value),
            JTokenType.Float => JsonValue.Create((double)value),
            _ => JsonValue.Create((string)value!),
        };
}
