using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Plannr.Sandbox.Contracts;
using Plannr.Sandbox.Validation;

namespace Plannr.Cli.Contracts.Verification;

/// <summary>Compares a response with the contract.</summary>
/// <param name="operation">The operation.</param>
/// <param name="source">The operation in the contract's text.</param>
/// <param name="response">The response.</param>
internal sealed class ResponseComparison(ContractOperation operation, ContractPart source, ReceivedResponse response)
{
    private const int FirstError = 400;

    private readonly List<Drift> _drifts = [];

    /// <summary>Gets the differences, without duplicates.</summary>
    public IEnumerable<Drift> Drifts => _drifts.Distinct();

    /// <summary>Gets the properties of the body.</summary>
    public SeenAttributes Seen { get; } = new(operation.Id);

    public static ResponseComparison Of(ContractOperation operation, ContractPart source, ReceivedResponse response)
    {
        var comparison = new ResponseComparison(operation, source, response);
        comparison.Compare();
        return comparison;
    }

    private void Compare()
    {
        // If the contract documents a success, "default" only covers errors.
        if (operation.ResponseTo(response.Status) is not ({ } key, { } documented) || (key == "default" && response.Status < FirstError))
        {
            var status = response.Status.ToString(CultureInfo.InvariantCulture);
            Add(DriftKind.UndocumentedStatus, $"status {status}", source.Child("responses") ?? source, $"one of {string.Join(", ", operation.Responses.Keys)}");
            return;
        }

        var part = source.Response(key) ?? source;
        CompareHeaders(documented, part);
        CompareBody(documented, part);
    }

    private void CompareHeaders(ContractResponse documented, ContractPart part)
    {
        foreach (var header in documented.Headers)
        {
            var place = part.Child("headers", header.Name) ?? part;
            if (!response.Headers.Any(h => h.Key.Equals(header.Name, StringComparison.OrdinalIgnoreCase)))
            {
                if (header.IsRequired)
                {
                    Add(DriftKind.MissingHeader, $"header {header.Name}", place, "the header");
                }
            }
            else if (header.Schema is { } schema)
            {
                var text = response.Headers.First(h => h.Key.Equals(header.Name, StringComparison.OrdinalIgnoreCase)).Value;
                foreach (var misfit in Misfit.Find(schema, ParameterValue.Of(text, schema)))
                {
                    Add(KindOf(misfit.Rule), $"header {header.Name}", place, (place.Child("schema") ?? place).Describe());
                }
            }
        }

        foreach (var (name, _) in response.Headers.Where(h => !StandardHeaders.Contain(h.Key) && !documented.Headers.Any(d => d.Name.Equals(h.Key, StringComparison.OrdinalIgnoreCase))))
        {
            Add(DriftKind.UndocumentedHeader, $"header {name}", part.Child("headers") ?? part, "no such header");
        }
    }

    private void CompareBody(ContractResponse documented, ContractPart part)
    {
        if (documented.Content.Count == 0)
        {
            // Without content in the contract, such as for the status 429, any body is allowed, unless the status forbids it.
            if (response.Body.Length > 0 && response.Status is 204 or 304)
            {
                Add(DriftKind.InvalidBody, "$", part, "no body");
            }

            return;
        }

        var content = part.Child("content") ?? part;
        var expected = string.Join(" or ", documented.Content.Keys);
        if (response.Body.Length == 0)
        {
            Add(DriftKind.MissingBody, "$", content, expected);
        }
        else if (documented.Content.Keys.FirstOrDefault(k => k.Equals(response.MediaType, StringComparison.OrdinalIgnoreCase)) is not { } mediaType)
        {
            Add(DriftKind.UndocumentedMediaType, "header Content-Type", content, expected);
        }
        else if (PlainJson.TryRead(response.Body, out _) is not { } json)
        {
            Add(DriftKind.InvalidBody, "$", content, "JSON");
        }
        else if (documented.Content[mediaType] is { } schema && content.Child(mediaType, "schema") is { } schemaPart)
        {
            CompareJson(json, schema, schemaPart);
        }
    }

    private void CompareJson(JToken json, JsonSchema schema, ContractPart part)
    {
        foreach (var misfit in Misfit.Find(schema, json))
        {
            var (place, at) = SchemaPath.Follow(part, misfit.Field);
            Add(KindOf(misfit.Rule), place, at, at.Describe());
        }

        Seen.Visit(json, part);
        _drifts.AddRange(Seen.Unknown);
    }

    private void Add(DriftKind kind, string place, ContractPart part, string expected) => _drifts.Add(new Drift(operation.Id, kind, place, part.Line, expected));

    private static DriftKind KindOf(ValidationErrorKind rule) => rule switch
    {
        ValidationErrorKind.PropertyRequired => DriftKind.MissingAttribute,
        ValidationErrorKind.NotInEnumeration => DriftKind.UnknownValue,
        ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected or ValidationErrorKind.BooleanExpected
            or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected or ValidationErrorKind.NullExpected or ValidationErrorKind.NoTypeValidates => DriftKind.WrongType,
        ValidationErrorKind.NoAdditionalPropertiesAllowed => DriftKind.UnknownAttribute,
        _ when rule.ToString().EndsWith("Expected", StringComparison.Ordinal) => DriftKind.WrongFormat,
        _ => DriftKind.BrokenRule,
    };
}
