using Plannr.Cli.Output;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>A result file cannot be written.</summary>
/// <param name="cause">The cause.</param>
internal sealed class ResultFileException(Exception cause) : IOException(FileProblem.Of(cause), cause)
{
    /// <summary>Gets what to do, as the start of a sentence.</summary>
    public string Advice => FileProblem.AdviceFor(InnerException!);
}
