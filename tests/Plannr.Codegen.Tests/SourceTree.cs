using System.ComponentModel;
using System.Reflection;
using System.Xml.Linq;
using CliWrap;
using CliWrap.Buffered;
using Microsoft.Build.Logging.StructuredLogger;

namespace Plannr.Codegen.Tests;

/// <summary>A copy of the files that Plannr.Generated and its consumer need to build, in a temporary folder. MSBuild builds it.</summary>
internal sealed class SourceTree : IDisposable
{
    private static readonly string Repository = typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    private static readonly string[] Parts =
    [
        "build", "openapi", "src/Plannr.Generated", "src/Plannr.Runtime", "tests/Samples/Plannr.Consumer", "tests/Directory.Build.props", "tests/Directory.Build.targets",
        "nswag.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig",
    ];

    public const string Generated = "src/Plannr.Generated/Plannr.Generated.csproj";
    public const string Runtime = "src/Plannr.Runtime/Plannr.Runtime.csproj";
    public const string Consumer = "tests/Samples/Plannr.Consumer/Plannr.Consumer.csproj";
    public const string SpecGate = "build/SpecGate/SpecGate.csproj";
    public const string GateRestore = "build/SpecGate/obj/project.nuget.cache";
    public const string Contract = "openapi/plannr.yaml";

    // The port of the discard service, on which nothing listens.
    private const string Nowhere = "http://127.0.0.1:9";

    public static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    // Spaces, characters that are special in shells, MSBuild and NSwag, and non-ASCII letters. It contains neither a percent sign
    // before two hexadecimal digits nor a semicolon, because the .NET SDK fails with the former and NSwag with the latter.
    private const string Name = "plannr 100% bäum, a=$HOME $(x) & 'q' #1 @2 (x86) ";

    // Without an apostrophe, because the .NET SDK fails if the path of an artifacts folder contains one.
    private const string NameWithSubmodule = "with a submodule 100% bäum, #1 ";

    private readonly string _root;

    public SourceTree()
        : this(Name, "")
    {
    }

    private SourceTree(string name, string folder, params string[] moreParts)
    {
        _root = Directory.CreateTempSubdirectory(name).FullName;
        foreach (var part in Parts.Concat(moreParts))
        {
            var source = Path.Combine(Repository, part);
            foreach (var file in File.Exists(source) ? [source] : Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(f => !IsBuilt(Path.GetRelativePath(Repository, f))))
            {
                var target = this[Path.Combine(folder, Path.GetRelativePath(Repository, file))];
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    /// <summary>Creates a tree that contains the repository in the folder "plannr", like a submodule.</summary>
    public static SourceTree WithSubmodule() => new(NameWithSubmodule, "plannr", "src/Plannr.Client");

    /// <summary>Returns the MSBuild files of the repository with their relative paths.</summary>
    public static IEnumerable<(string Path, XDocument Document)> BuildFiles()
        => new[] { "*.props", "*.targets", "*.csproj" }
            .SelectMany(pattern => Directory.GetFiles(Repository, pattern, SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Repository, f))
            .Where(f => !IsBuilt(f))
            .Select(f => (f, XDocument.Load(RepositoryFile(f), LoadOptions.SetLineInfo)));

    /// <summary>Returns the full path of a file of the repository.</summary>
    public static string RepositoryFile(string path) => Path.Combine(Repository, path);

    /// <summary>Gets the full path of a file of the tree.</summary>
    public string this[string path] => Path.Combine(_root, path);

    public string GeneratedCode => this["src/Plannr.Generated/obj/Debug/openapi/plannr.g.cs"];

    public void Edit(string path, string from, string to)
    {
        var text = File.ReadAllText(this[path]);
        Assert.That(text, Does.Contain(from));
        File.WriteAllText(this[path], text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Updates the time stamp of a file, like an editor that saves an unchanged file.</summary>
    public void Touch(string path) => File.SetLastWriteTimeUtc(this[path], DateTime.UtcNow.AddSeconds(2));

    /// <summary>Adds a library that uses the generated code.</summary>
    public string AddConsumer(string name, string framework)
    {
        var project = $"tests/{name}/{name}.csproj";
        Directory.CreateDirectory(this[$"tests/{name}"]);
        File.WriteAllText(this[project], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../../{Generated}" />
              </ItemGroup>
            </Project>

            """);
        File.WriteAllText(this[$"tests/{name}/Connections.cs"], "public class Connections(Plannr.Generated.IOAuthConnectionsClient client) { public object Client => client; }\n");
        return project;
    }

    /// <summary>Adds a library that generates from the contract, as Plannr.Generated does, and depends on no other project.</summary>
    public string AddGenerator(string name, string framework)
    {
        var project = $"tests/{name}/{name}.csproj";
        Directory.CreateDirectory(this[$"tests/{name}"]);
        File.WriteAllText(this[project], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <OpenApiContract Include="../../{Contract}" Namespace="{name}" />
                <ProjectReference Include="../../src/Plannr.Runtime/Plannr.Runtime.csproj" />
                <PackageReference Include="Newtonsoft.Json" />
              </ItemGroup>
              <Import Project="../../build/Plannr.Codegen.targets" />
            </Project>

            """);
        return project;
    }

    public void Add(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public void AddSolution(string path, params string[] projects)
        => File.WriteAllText(this[path], $"<Solution>{string.Concat(projects.Select(p => $"<Project Path=\"{p}\" />"))}</Solution>\n");

    /// <summary>Returns the full paths of the files that the build step has written in all projects. Its folders are named openapi.</summary>
    public IReadOnlyList<string> GeneratedFiles()
        => [.. Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Where(f => IsBuilt(Path.GetRelativePath(_root, f)) && Path.GetRelativePath(_root, f).Split(Path.DirectorySeparatorChar).Contains("openapi"))];

    /// <summary>Escapes a text for the name of an item or the value of a property.</summary>
    public static string Escaped(string text) => string.Concat(text.Select(c => "%$@'();,*?".Contains(c, StringComparison.Ordinal) ? $"%{(int)c:X2}" : c.ToString()));

    public Task<BuildOutcome> RestoreAsync(string project, params string[] arguments) => RunAsync([Host], "restore", project, arguments, []);

    public Task<BuildOutcome> CleanAsync(string project) => RunAsync([Host], "clean", project, [], []);

    /// <summary>Runs <c>dotnet build</c>, and reads the outcome from its log.</summary>
    public Task<BuildOutcome> BuildAsync(string project, params string[] arguments) => RunAsync([Host], "build", project, arguments, []);

    /// <summary>Runs <c>dotnet build --no-restore</c> without a network and without a package source.</summary>
    public async Task<BuildOutcome> BuildOfflineAsync(string project)
    {
        await File.WriteAllTextAsync(this["NuGet.config"], $"""
            <configuration><packageSources><clear /><add key="nowhere" value="{Nowhere}/index.json" /></packageSources></configuration>

            """);
        return await RunAsync([.. await WithoutNetworkAsync(), Host], "build", project, ["--no-restore"], new()
        {
            ["HTTP_PROXY"] = Nowhere,
            ["HTTPS_PROXY"] = Nowhere,
            ["ALL_PROXY"] = Nowhere,
            ["NO_PROXY"] = "",
            ["http_proxy"] = Nowhere,
            ["https_proxy"] = Nowhere,
            ["all_proxy"] = Nowhere,
            ["no_proxy"] = "",
        });
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<BuildOutcome> RunAsync(string[] host, string verb, string project, string[] arguments, Dictionary<string, string?> environment)
    {
        var log = this[Path.GetRandomFileName() + ".binlog"];
        // The settings of the build that runs these tests must not affect the builds that they run.
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)))
        {
            environment[name] = null;
        }

        // Analyzers are not tested here, and take as long as the compilation.
        var result = await Cli.Wrap(host[0])
            .WithArguments([.. host[1..], verb, this[project], "-bl:" + log, "-nodeReuse:false", "-p:RunAnalyzers=false", .. arguments])
            .WithWorkingDirectory(_root)
            .WithEnvironmentVariables(environment)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return new BuildOutcome(result.ExitCode == 0, result.StandardOutput.Replace(_root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), BinaryLog.ReadBuild(log));
    }

    // A new network namespace has no network. Not every machine supports or permits one. There, only the proxies and the
    // package source are unreachable.
    private static async Task<string[]> WithoutNetworkAsync()
    {
        string[] namespaced = ["unshare", "--map-root-user", "--net"];
        try
        {
            var trial = await Cli.Wrap(namespaced[0]).WithArguments([.. namespaced[1..], "true"]).WithValidation(CommandResultValidation.None).ExecuteAsync();
            return trial.ExitCode == 0 ? namespaced : [];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}
