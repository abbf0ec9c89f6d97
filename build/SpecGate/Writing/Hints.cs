namespace Plannr.SpecGate.Writing;

/// <summary>
/// The extensions of the normalized document, which contain values for the templates that OpenAPI has no keys for.
/// <c>build/templates/README.md</c> has a table of them. A hint that is false is left out.
/// </summary>
internal static class Hints
{
    // Of operations.
    public const string Accept = "x-accept";
    public const string Body = "x-body";
    public const string Headers = "x-headers";
    public const string Method = "x-method";
    public const string Path = "x-path";
    public const string Result = "x-result";
    public const string ResultFormat = "x-result-format";
    public const string ResultIsNullable = "x-result-nullable";
    public const string ResultType = "x-result-type";
    public const string Server = "x-server";
    public const string Successes = "x-successes";

    // Of arguments. NSwag itself reads the position.
    public const string AllowReserved = "x-allow-reserved";
    public const string Explode = "x-explode";
    public const string Place = "x-place";
    public const string Position = "x-position";
    public const string Style = "x-style";
    public const string Variable = "x-variable";

    // Of arguments, properties, alternatives and errors.
    public const string Format = "x-format";
    public const string Name = "x-name";
    public const string NotNull = "x-not-null";
    public const string Type = "x-type";

    // Of responses.
    public const string Description = "x-description";

    // Of types.
    public const string Additional = "x-additional";
    public const string AdditionalFormat = "x-additional-format";
    public const string AdditionalType = "x-additional-type";
    public const string Base = "x-base";
    public const string Deprecated = "x-deprecated";
    public const string Discriminator = "x-discriminator";
    public const string DiscriminatorValues = "x-discriminator-values";
    public const string Members = "x-members";
    public const string Subtypes = "x-subtypes";
    public const string Union = "x-union";
    public const string Value = "x-value";

    // Of properties.
    public const string ReadOnly = "x-read-only";
    public const string Required = "x-required";
    public const string Shown = "x-shown";

    // Of a union's alternatives.
    public const string Constants = "x-constants";
    public const string Convertible = "x-convertible";
    public const string Known = "x-known";
    public const string Label = "x-label";
    public const string Requires = "x-requires";
    public const string ValueType = "x-value-type";
    public const string Values = "x-values";
}
