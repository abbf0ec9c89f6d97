using System.Reflection;
using System.Runtime.Loader;

namespace Plannr.Corpus;

/// <summary>
/// Runs NSwag like build/Plannr.Codegen.targets, but in this process, because a thousand process starts would take most of the time.
/// Loads the tool's own assemblies, separately from those of the tests.
/// </summary>
internal sealed class NSwag
{
    private static readonly Lazy<NSwag> Shared = new(() => new NSwag());

    private readonly MethodInfo _load;

    private NSwag()
    {
        var resolver = new AssemblyDependencyResolver(Repository.NSwag);
        var context = new AssemblyLoadContext("NSwag");
        context.Resolving += (_, name) => resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        var tool = context.LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(Repository.NSwag)!, "NSwag.Commands.dll"));
        _load = tool.GetType("NSwag.Commands.NSwagDocument", throwOnError: true)!.GetMethod("LoadWithTransformationsAsync")!;
    }

    /// <summary>Generates code from a normalized contract.</summary>
    /// <param name="normalized">The path of the contract.</param>
    /// <param name="output">The path of the code.</param>
    /// <param name="rootNamespace">The namespace of the code.</param>
    public static async Task RunAsync(string normalized, string output, string rootNamespace)
    {
        var variables = $"Contract={Relative(normalized)},Namespace={rootNamespace},Output={Relative(output)},Templates={Relative(Path.Combine(Repository.Root, "build", "templates"))}";
        var document = await ResultAsync((Task)Shared.Value._load.Invoke(null, [Path.Combine(Repository.Root, "nswag.json"), variables])!);
        await ResultAsync((Task)document.GetType().GetMethod("ExecuteAsync")!.Invoke(document, [])!);
    }

    private static async Task<object> ResultAsync(Task task)
    {
        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task)!;
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);
}
