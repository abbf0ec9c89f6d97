namespace Plannr.SpecGate.Source;

/// <summary>Ends the reading of a document that has an error, or that is more than the gate can work with.</summary>
internal sealed class SourceException(Rule rule, Mark mark, string message) : Exception(message)
{
    public Rule Rule => rule;

    public Mark Mark => mark;
}
