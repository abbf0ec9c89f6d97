using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using NJsonSchema.Validation.FormatValidators;

namespace Plannr.Sandbox.Validation;

/// <summary>A place at which a value does not fit its schema.</summary>
/// <param name="Field">The place, in Laravel's way: <c>provider.name</c>, <c>data.0.label</c>; empty for the value as a whole.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Schema">The schema that has the rule.</param>
/// <param name="Line">The line of the place, if the value was read with its lines; otherwise 0.</param>
/// <param name="Position">The position in that line.</param>
internal sealed record Misfit(string Field, ValidationErrorKind Rule, JsonSchema Schema, int Line, int Position)
{
    /// <summary>Where a value does not fit a schema.</summary>
    public static IReadOnlyList<Misfit> Find(JsonSchema schema, JToken value)
    {
        // Without settings of its own, NJsonSchema's validator checks no format.
        var settings = new JsonSchemaValidatorSettings();
        settings.FormatValidators = [.. settings.FormatValidators.Where(v => v is not DateTimeFormatValidator), new TimestampFormatValidator()];
        return [.. Flatten(schema.Validate(value, SchemaType.OpenApi3, settings)).Distinct()];
    }

    private static IEnumerable<Misfit> Flatten(IEnumerable<ValidationError> errors)
    {
        foreach (var error in errors)
        {
            // What is wrong inside says more than that something is; where there are alternatives, each says something else.
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
