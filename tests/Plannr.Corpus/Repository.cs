using System.Reflection;

namespace Plannr.Corpus;

/// <summary>The paths of the repository and its tools, which the build writes to the assembly.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string NSwag { get; } = Metadata("NSwag");

    private static string Metadata(string key)
        => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
