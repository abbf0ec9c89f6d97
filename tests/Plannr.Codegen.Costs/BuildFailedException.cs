namespace Plannr.Codegen.Costs;

/// <summary>A build failed, or did not end in time.</summary>
internal sealed class BuildFailedException : InvalidOperationException
{
    public BuildFailedException(string command, string output) : base($"{command}\n{output}")
        => Reason = output.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))?.Trim() ?? "The build failed.";

    /// <summary>The first error.</summary>
    public string Reason { get; }
}
