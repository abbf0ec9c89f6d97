namespace Plannr.Corpus;

/// <summary>What became of a document.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The details.</param>
/// <param name="Rules">The codes of the rules that refuse it, each once.</param>
internal sealed record Outcome(OutcomeKind Kind, string Text, IReadOnlyList<string> Rules)
{
    public static Outcome Generated(string what) => new(OutcomeKind.Generated, $"generated ({what})", []);

    public static Outcome Failed(string why) => new(OutcomeKind.Failed, $"FAILED: {why}", []);
}
