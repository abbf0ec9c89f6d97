using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Plannr.SpecGate.Contract;

namespace Plannr.SpecGate.Rules;

/// <summary>
/// Checks values with NJsonSchema, within limits. NJsonSchema does not stop at schemas that contain themselves, takes exponential time
/// for nested alternatives, and matches patterns in .NET's syntax without a time limit.
/// </summary>
// Without settings, NJsonSchema's validator does not check formats.
internal sealed class ValueValidator() : JsonSchemaValidator(new JsonSchemaValidatorSettings())
{
    /// <summary>The key for a schema's pattern, which hides it from NJsonSchema.</summary>
    public const string PatternKey = "x-pattern";

    private const int MaxSteps = 300_000;

    // The limit for all values of a contract.
    private const int MaxTotalSteps = 3_000_000;

    // Without this limit, a contract with a hundred slow patterns would take minutes.
    private const int MaxTimeouts = 4;

    private readonly Dictionary<string, PatternExpression> _patterns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slow = new(StringComparer.Ordinal);
    private int _steps;
    private int _totalSteps;

    /// <summary>Checks a value.</summary>
    /// <returns>The validation errors.</returns>
    /// <exception cref="NotCheckedException">The value cannot be checked against the schema.</exception>
    public IReadOnlyCollection<ValidationError> Check(JToken value, JsonSchema schema)
    {
        _steps = 0;
        try
        {
            return [.. Validate(value, schema, SchemaType.OpenApi3)];
        }
        catch (InsufficientExecutionStackException)
        {
            throw new NotCheckedException("the schema contains itself, or is nested too deeply");
        }
        catch (Exception exception) when (exception is not NotCheckedException)
        {
            throw new NotCheckedException($"NJsonSchema fails: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    protected override ICollection<ValidationError> Validate(JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_steps > MaxSteps || ++_totalSteps > MaxTotalSteps)
        {
            throw new NotCheckedException($"the check takes more than {MaxSteps} steps, or all checks more than {MaxTotalSteps}");
        }

        var errors = base.Validate(token, schema, schemaType, propertyName, propertyPath);
        return token.Type == JTokenType.String && schema.ActualSchema.ExtensionData?.TryGetValue(PatternKey, out var pattern) == true && !IsMatch((string)pattern!, (string)token!)
            ? [.. errors, new ValidationError(ValidationErrorKind.PatternMismatch, propertyName, propertyPath, token, schema)]
            : errors;
    }

    private bool IsMatch(string pattern, string text)
    {
        if (!_patterns.TryGetValue(pattern, out var expression))
        {
            _patterns.Add(pattern, expression = PatternExpression.Read(pattern));
        }

        if (expression.Problem is not null)
        {
            // An invalid pattern has its own finding.
            return true;
        }

        if (expression.Regex is null)
        {
            throw new NotCheckedException("its pattern is too long, or has no equivalent in .NET");
        }

        if (_slow.Contains(pattern) || _slow.Count >= MaxTimeouts)
        {
            throw new NotCheckedException("its pattern takes too long to match");
        }

        try
        {
            return expression.Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            _slow.Add(pattern);
            throw new NotCheckedException("its pattern takes too long to match. Rewrite it without nested repetitions, such as (a+)+");
        }
    }
}
