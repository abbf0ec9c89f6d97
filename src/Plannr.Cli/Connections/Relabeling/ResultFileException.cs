using Plannr.Cli.Output;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>The exception that is thrown if a result file cannot be written.</summary>
/// <param name="cause">The exception of the file system.</param>
internal sealed class ResultFileException(Exception cause) : IOException(FileProblem.Of(cause), cause)
{
    /// <summary>Gets the advice to the user, as the start of a sentence.</summary>
    public string Advice => FileProblem.AdviceFor(InnerException!);
}
