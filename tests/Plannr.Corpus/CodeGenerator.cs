using System.Diagnostics;

namespace Plannr.Corpus;

/// <summary>Runs NSwag as build/Plannr.Codegen.targets runs it.</summary>
internal static class CodeGenerator
{
    /// <summary>Generates code from a normalized contract.</summary>
    /// <param name="normalized">The path of the normalized contract.</param>
    /// <param name="output">The path of the code.</param>
    /// <param name="rootNamespace">The namespace of the code.</param>
    /// <returns>The error; null if the code was generated.</returns>
    public static async Task<string?> RunAsync(string normalized, string output, string rootNamespace = "Corpus")
    {
        var configuration = Path.Combine(Repository.Root, "nswag.json");
        var variables = $"Contract={Relative(normalized)},Namespace={rootNamespace},Output={Relative(output)},Templates={Relative(Path.Combine(Repository.Root, "build", "templates"))}";
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Repository.NSwag, "run", configuration, $"/variables:{variables}"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("NSwag did not start.");
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode == 0 && File.Exists(output))
        {
            return null;
        }

        return string.Concat(texts).Split('\n').FirstOrDefault(l => l.Contains("Exception", StringComparison.Ordinal) || l.Contains("Line: ", StringComparison.Ordinal))?.Trim()
            ?? $"exit code {process.ExitCode}";
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);
}
