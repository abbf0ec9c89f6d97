namespace Plannr.SpecGate.Source;

/// <summary>The exception that is thrown if a document has an error that ends its reading, or exceeds a limit of the gate.</summary>
internal sealed class SourceException(Rule rule, Mark mark, string message) : Exception(message)
{
    public Rule Rule => rule;

    public Mark Mark => mark;
}
