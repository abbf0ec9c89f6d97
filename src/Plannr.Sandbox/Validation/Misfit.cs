using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Plannr.Sandbox.Validation;

/// <summary>A violation of a schema.</summary>
/// <param name="Field">The path in Laravel's format: <c>provider.name</c>, <c>data.0.label</c>; empty for the whole value.</param>
/// <param name="Rule">The rule that is violated.</param>
/// <param name="Schema">The schema with the rule.</param>
/// <param name="Line">The line of the value if it was read with line information; otherwise 0.</param>
/// <param name="Position">The position in the line.</param>
internal sealed record Misfit(string Field, ValidationErrorKind Rule, JsonSchema Schema, int Line, int Position)
{
    /// <summary>Returns the violations of a schema.</summary>
    public static IReadOnlyList<Misfit> Find(JsonSchema schema, JToken value)
    {
        // Without settings, NJsonSchema's validator does not check formats.
        var settings = new JsonSchemaValidatorSettings();
        settings.FormatValidators = [.. settings.FormatValidators.Where(v => v is not DateTimeFormatValidator), new TimestampFormatValidator()];
        return [.. Flatten(schema.Validate(value, SchemaType.OpenApi3, settings)).Distinct()];
    }

    private static IEnumerable<Misfit> Flatten(IEnumerable<ValidationError> errors)
    {
        foreach (var error in errors)
        {
            // Inner errors are more specific than the error that contains them. Those of alternatives would contradict each other.
            var inner = error is ChildSchemaValidationError { Kind: not (ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf) } parent
                ? Flatten(parent.Errors.Values.SelectMany(e => e)).ToArray()
                : [];
            foreach (var misfit in inner.Length > 0 ? inner : [Of(error)])
            {
                yield return misfit;
            }
        }
    }

    private static Misfit Of(ValidationError error)
    {
        var field = (error.Path ?? "").TrimStart('#').TrimStart('/').Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).TrimStart('.');
        return new Misfit(field, error.Kind, error.Schema, error.HasLineInfo ? error.LineNumber : 0, error.HasLineInfo ? error.LinePosition : 0);
    }
}
