using System.Reflection;
using CliWrap;
using CliWrap.Buffered;
using Microsoft.Build.Logging.StructuredLogger;

namespace Plannr.Codegen.Tests;

/// <summary>A copy of what the build of Plannr.Generated and of its consumer needs, in a folder of its own, built by a real MSBuild.</summary>
internal sealed class SourceTree : IDisposable
{
    private static readonly string Repository = typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly string[] Parts =
    [
        "build", "openapi", "src/Plannr.Generated", "tests/Plannr.Consumer", "tests/Directory.Build.props", "tests/Directory.Build.targets",
        "nswag.json", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig",
    ];

    public const string Generated = "src/Plannr.Generated/Plannr.Generated.csproj";
    public const string Consumer = "tests/Plannr.Consumer/Plannr.Consumer.csproj";
    public const string Contract = "openapi/plannr.yaml";

    // Spaces, signs that shells and MSBuild know, and letters beyond ASCII.
    private readonly string _root = Directory.CreateTempSubdirectory("plannr bäum @1, #2 (x) ").FullName;

    public SourceTree()
    {
        foreach (var part in Parts)
        {
            var source = Path.Combine(Repository, part);
            foreach (var file in File.Exists(source) ? [source] : Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(f => !IsBuilt(f)))
            {
                var target = this[Path.GetRelativePath(Repository, file)];
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    /// <summary>The full path of a file of the tree.</summary>
    public string this[string path] => Path.Combine(_root, path);

    public string GeneratedCode(string framework = "net10.0") => this[$"src/Plannr.Generated/obj/Debug/{framework}/openapi/plannr.g.cs"];

    public void Edit(string path, string from, string to)
    {
        var text = File.ReadAllText(this[path]);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(this[path], text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Gives a file a new time stamp, as an editor does that saves what it has read.</summary>
    public void Touch(string path) => File.SetLastWriteTimeUtc(this[path], DateTime.UtcNow.AddSeconds(2));

    /// <summary>Runs <c>dotnet build</c>, and reads from its log what happened.</summary>
    public async Task<BuildOutcome> BuildAsync(string project, params string[] arguments)
    {
        var log = this[Path.GetRandomFileName() + ".binlog"];
        var result = await Cli.Wrap(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
            .WithArguments(["build", this[project], "-bl:" + log, "-nodeReuse:false", .. arguments])
            .WithWorkingDirectory(_root)
            // The build that runs these tests must not leak into the builds that they run.
            .WithEnvironmentVariables(Environment.GetEnvironmentVariables().Keys.Cast<string>()
                .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToDictionary(name => name, _ => (string?)null))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return new BuildOutcome(result.ExitCode == 0, result.StandardOutput.Replace(_root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), BinaryLog.ReadBuild(log));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static bool IsBuilt(string file)
        => Path.GetRelativePath(Repository, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}
