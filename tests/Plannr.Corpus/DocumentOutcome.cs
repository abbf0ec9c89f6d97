namespace Plannr.Corpus;

/// <summary>What became of a document of the list.</summary>
/// <param name="Document">The document.</param>
/// <param name="AsItIs">The outcome of the document as a user has it.</param>
/// <param name="CutDown">The outcome of the document without what the gate refuses; null if it is not refused.</param>
internal sealed record DocumentOutcome(Document Document, Outcome AsItIs, Outcome? CutDown)
{
    public bool HasFailed => AsItIs.Kind == OutcomeKind.Failed || CutDown?.Kind == OutcomeKind.Failed;

    /// <summary>The outcomes, a line each.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            yield return $"{Document.Name}, {Document.OpenApi}, as it is: {AsItIs.Text}";
            if (CutDown is not null)
            {
                yield return $"{Document.Name}, {Document.OpenApi}, cut down: {CutDown.Text}";
            }
        }
    }
}
