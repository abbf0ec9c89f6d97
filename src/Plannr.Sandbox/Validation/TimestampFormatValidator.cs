using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Plannr.Sandbox.Validation;

/// <summary>Validates timestamps by RFC 3339, as <c>format: date-time</c> requires. NJsonSchema's own validator accepts all formats that .NET can parse.</summary>
internal sealed partial class TimestampFormatValidator : IFormatValidator
{
    public string Format => JsonFormatStrings.DateTime;

    public ValidationErrorKind ValidationErrorKind => ValidationErrorKind.DateTimeExpected;

    public bool IsValid(string value, JTokenType tokenType)
        => Timestamp().IsMatch(value) && DateTimeOffset.TryParse(value[..19] + "Z", System.Globalization.CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();
}
