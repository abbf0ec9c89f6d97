namespace Plannr.Corpus;

/// <summary>The outcomes of a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Unchanged">The outcome of the unchanged document.</param>
/// <param name="Reduced">The outcome of the document without the parts that the gate refuses; null if it refuses none.</param>
internal sealed record DocumentOutcome(Document Document, Outcome Unchanged, Outcome? Reduced)
{
    public bool HasFailed => Unchanged.Kind == OutcomeKind.Failed || Reduced?.Kind == OutcomeKind.Failed;

    /// <summary>Gets a line for each outcome.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            yield return $"{Document.Name}, {Document.OpenApi}, unchanged: {Unchanged.Text}";
            if (Reduced is not null)
            {
                yield return $"{Document.Name}, {Document.OpenApi}, reduced: {Reduced.Text}";
            }
        }
    }
}
