namespace Plannr.Codegen.Costs;

/// <summary>The exception that is thrown when a build fails or exceeds the time limit.</summary>
internal sealed class BuildFailedException : InvalidOperationException
{
    public BuildFailedException(string command, string output) : base($"{command}\n{output}")
        => Reason = output.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))?.Trim() ?? "The build failed.";

    /// <summary>Gets the first error.</summary>
    public string Reason { get; }
}
