namespace Plannr.Corpus;

/// <summary>The outcome of a document.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The details.</param>
/// <param name="Rules">The unique codes of the rules that refuse the document.</param>
internal sealed record Outcome(OutcomeKind Kind, string Text, IReadOnlyList<string> Rules)
{
    public static Outcome Generated(string what) => new(OutcomeKind.Generated, $"generated ({what})", []);

    public static Outcome Failed(string why) => new(OutcomeKind.Failed, $"FAILED: {why}", []);
}
