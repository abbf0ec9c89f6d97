using System.Diagnostics;
using System.Reflection;
using CliWrap;
using CliWrap.Buffered;
using Microsoft.Build.Logging.StructuredLogger;

namespace Plannr.Codegen.Costs;

/// <summary>A copy of the files that Plannr.Generated needs to build, so that measurements do not change the repository.</summary>
internal sealed class BuildTree : IDisposable
{
    public const string Generated = "src/Plannr.Generated/Plannr.Generated.csproj";
    public const string Contract = "openapi/plannr.yaml";

    private static readonly string[] Parts =
    [
        "build", "openapi", "src/Plannr.Generated", "src/Plannr.Runtime", "nswag.json", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig",
    ];

    // A build of a large contract takes minutes. A build that takes longer than this will not end.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(30);

    private readonly string _root = Directory.CreateTempSubdirectory("plannr-costs-").FullName;

    public BuildTree()
    {
        var repository = Metadata("RepositoryRoot");
        foreach (var part in Parts)
        {
            var source = Path.Combine(repository, part);
            foreach (var file in File.Exists(source) ? [source] : Directory.GetFiles(source, "*", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(repository, file);
                if (!path.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
                    File.Copy(file, this[path]);
                }
            }
        }
    }

    /// <summary>Gets the full path of a file of the tree.</summary>
    public string this[string path] => Path.Combine(_root, path);

    public static string Metadata(string key)
        => typeof(BuildTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    /// <summary>Makes a file newer than its build outputs.</summary>
    public void Touch(string path) => File.SetLastWriteTimeUtc(this[path], DateTime.UtcNow);

    /// <summary>Returns the generated code in an intermediate folder.</summary>
    public string GeneratedCode(string folder)
        => string.Concat(Directory.GetFiles(this[folder], "*.cs", SearchOption.AllDirectories).Where(f => f.Split(Path.DirectorySeparatorChar).Contains("openapi")).Select(File.ReadAllText));

    /// <summary>Runs <c>dotnet</c> in the tree.</summary>
    /// <returns>The time from the start of the process to its end.</returns>
    /// <exception cref="BuildFailedException">The command failed. The message contains its output.</exception>
    public Task<TimeSpan> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string?>(), arguments);

    /// <summary>Runs <c>dotnet</c> in the tree, and measures the programs that the build starts.</summary>
    public async Task<BuildPrograms> MeasureProgramsAsync(params string[] arguments)
    {
        var log = this["measured.programs"];
        File.Delete(log);
        await RunAsync(BuildPrograms.Variables(log), arguments);
        return BuildPrograms.Read(log);
    }

    /// <summary>Runs <c>dotnet</c> in the tree, and reads the durations of the parts from the build's log.</summary>
    public async Task<BuildTimes> MeasureAsync(params string[] arguments)
    {
        var log = this["measured.binlog"];
        await RunAsync([.. arguments, "-bl:" + log]);
        return new BuildTimes(BinaryLog.ReadBuild(log));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<TimeSpan> RunAsync(Dictionary<string, string?> variables, string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(TimeLimit);
        var command = $"dotnet {string.Join(' ', arguments)}";
        try
        {
            var result = await Cli.Wrap(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
                .WithArguments(arguments)
                .WithWorkingDirectory(_root)
                // The settings of the build that started this program must not affect the builds that it measures.
                .WithEnvironmentVariables(Environment.GetEnvironmentVariables().Keys.Cast<string>()
                    .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToDictionary(name => name, _ => (string?)null)
                    .Concat(variables).ToDictionary())
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(limit.Token);
            var elapsed = Stopwatch.GetElapsedTime(start);
            return result.ExitCode == 0 ? elapsed : throw new BuildFailedException(command, result.StandardOutput + result.StandardError);
        }
        catch (OperationCanceledException)
        {
            throw new BuildFailedException(command, $"error: The build did not end within {TimeLimit.TotalMinutes:0} minutes.");
        }
    }
}
