using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>
/// Replaces a number that may also be sent as text by the number. ASP.NET Core 10 describes every number in this way: as
/// <c>type: [integer, string]</c> with a pattern in 3.1, and as <c>anyOf</c> of the two types with a pattern in 3.0.
/// </summary>
internal static class NumberRewriting
{
    private static readonly string[] Numbers = ["0", "1", "42"];
    private static readonly string[] OtherTexts = ["", " ", "a", "-", "x1", "true", "null", "1 2", "NaN"];

    /// <summary>Returns false if a schema is certainly not such a number.</summary>
    public static bool MayApply(SourceMap schema) => schema.Has("pattern") && (schema.Has("anyOf") || schema.Has("oneOf"));

    public static void Apply(SchemaDraft draft)
    {
        if (draft.Entry("pattern") is not { Value: SourceScalar pattern, Key.Start: var at })
        {
            return;
        }

        var key = draft.Has("anyOf") ? "anyOf" : draft.Has("oneOf") ? "oneOf" : "type";
        string?[] types = key == "type" ? [.. draft.Types()] : [.. draft.List(key).Select(Type)];
        if (!types.Contains("string") || !types.Any(t => t is "integer" or "number") || types.Any(t => t is not ("string" or "integer" or "number" or "null")) || !IsNumeric(pattern.Text))
        {
            return;
        }

        var type = types.Contains("number") ? "number" : "integer";
        draft.Remove("pattern");
        draft.Remove(key);
        draft.Set("type", type, at);
        if (type == "number" && draft.Text("format") == "double" && !Allows(pattern.Text, "1E5"))
        {
            // A double may need an exponent. ASP.NET Core gives decimal the same format, but a pattern without an exponent.
            draft.Set("format", "decimal", at);
        }

        if (types.Contains("null"))
        {
            draft.AllowNull(at);
        }

        draft.Explain(at, $"The {type} that may be sent as text is read as the {type}.");
    }

    // The type of an alternative that has no other keyword.
    private static string? Type(SourceNode alternative)
        => alternative switch
        {
            SourceMap { Entries: [{ Key.Text: "type", Value: SourceScalar type }] } => type.Text,
            SourceMap map when AlternativeRewriting.IsNull(map) => "null",
            _ => null,
        };

    private static bool Allows(string pattern, string text) => PatternExpression.Read(pattern).Regex is { } regex && regex.IsMatch(text);

    private static bool IsNumeric(string pattern)
        => PatternExpression.Read(pattern).Regex is { } regex && Array.TrueForAll(Numbers, regex.IsMatch) && !Array.Exists(OtherTexts, regex.IsMatch);
}
