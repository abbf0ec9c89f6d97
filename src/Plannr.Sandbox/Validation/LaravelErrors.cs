using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Plannr.Sandbox.Api;

namespace Plannr.Sandbox.Validation;

/// <summary>Creates error responses for invalid requests in Laravel's format: <c>{"message": "...", "errors": {"field": ["..."]}}</c>.</summary>
internal static class LaravelErrors
{
    // A message with more values would be too long to read.
    private const int MaxValues = 5;

    public static JsonResponse Of(IReadOnlyList<Misfit> misfits)
    {
        var fields = misfits.Where(m => m.Field.Length > 0).GroupBy(m => m.Field).ToArray();
        if (fields.Length == 0)
        {
            return JsonResponses.Error(StatusCodes.Status422UnprocessableEntity, misfits[0].Rule == ValidationErrorKind.ObjectExpected
                ? "The request body must be a JSON object."
                : $"The request body does not fit the contract: {misfits[0].Rule}.");
        }

        return Of([.. fields.Select(f => (f.Key, (IReadOnlyList<string>)[.. f.Select(Say).Distinct()]))]);
    }

    /// <summary>Returns the response for invalid fields.</summary>
    /// <param name="fields">The messages of each field.</param>
    public static JsonResponse Of(IReadOnlyList<(string Field, IReadOnlyList<string> Messages)> fields)
    {
        var more = fields.Sum(f => f.Messages.Count) - 1;
        var message = fields[0].Messages[0] + (more > 0 ? $" (and {more} more error{(more > 1 ? "s" : "")})" : "");
        return new JsonResponse(StatusCodes.Status422UnprocessableEntity, new JObject
        {
            ["message"] = message,
            ["errors"] = new JObject(fields.Select(f => new JProperty(f.Field, new JArray(f.Messages)))),
        });
    }

    public static string Required(string field) => $"The {field.Replace('_', ' ')} field is required.";

    public static string Say(Misfit misfit) => Say(misfit, $"The {misfit.Field.Replace('_', ' ')} field");

    /// <summary>Returns the message for an invalid value.</summary>
    /// <param name="misfit">The problem.</param>
    /// <param name="field">The subject of the message.</param>
    public static string Say(Misfit misfit, string field)
    {
        var schema = misfit.Schema.ActualSchema;
        return misfit.Rule switch
        {
            ValidationErrorKind.PropertyRequired => $"{field} is required.",
            ValidationErrorKind.StringExpected => $"{field} must be a string.",
            ValidationErrorKind.IntegerExpected => $"{field} must be an integer.",
            ValidationErrorKind.NumberExpected => $"{field} must be a number.",
            ValidationErrorKind.BooleanExpected => $"{field} must be true or false.",
            ValidationErrorKind.ArrayExpected => $"{field} must be an array.",
            ValidationErrorKind.ObjectExpected => $"{field} must be an object.",
            ValidationErrorKind.UuidExpected or ValidationErrorKind.GuidExpected => $"{field} must be a valid UUID.",
            ValidationErrorKind.DateTimeExpected => $"{field} must be a timestamp with an offset, such as 2026-06-08T16:08:03+01:00.",
            ValidationErrorKind.DateExpected => $"{field} must be a valid date.",
            ValidationErrorKind.UriExpected => $"{field} must be a valid URL.",
            ValidationErrorKind.EmailExpected => $"{field} must be a valid email address.",
            ValidationErrorKind.StringTooShort => $"{field} must be at least {schema.MinLength} characters.",
            ValidationErrorKind.StringTooLong => $"{field} must not be greater than {schema.MaxLength} characters.",
            ValidationErrorKind.NumberTooSmall => $"{field} must be {(schema.IsExclusiveMinimum ? "greater than" : "at least")} {schema.Minimum ?? schema.ExclusiveMinimum}.",
            ValidationErrorKind.NumberTooBig => $"{field} must {(schema.IsExclusiveMaximum ? "be less than" : "not be greater than")} {schema.Maximum ?? schema.ExclusiveMaximum}.",
            ValidationErrorKind.TooFewItems => $"{field} must have at least {schema.MinItems} items.",
            ValidationErrorKind.TooManyItems => $"{field} must not have more than {schema.MaxItems} items.",
            ValidationErrorKind.ItemsNotUnique => $"{field} has a duplicate value.",
            ValidationErrorKind.NotInEnumeration => $"{field} must be one of {Values(schema)}.",
            ValidationErrorKind.PatternMismatch => $"{field} format is invalid; it must match {schema.Pattern}.",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => $"{field} is prohibited.",
            _ => $"{field} does not fit the contract: {misfit.Rule}.",
        };
    }

    private static string Values(JsonSchema schema)
        => schema.Enumeration.Count <= MaxValues
            ? string.Join(", ", schema.Enumeration)
            : $"the {schema.Enumeration.Count} values of the contract, such as {string.Join(", ", schema.Enumeration.Take(MaxValues))}";
}
