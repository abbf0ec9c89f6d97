using System.Reflection;

namespace Plannr.ContractFuzz.Tests;

/// <summary>Where things lie, as the build has written it down.</summary>
internal static class Place
{
    /// <summary>The namespace of generated code.</summary>
    public const string Namespace = "Plannr.Fuzz";

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string NSwag { get; } = Metadata("NSwag");

    /// <summary>Contracts and their code, each in a folder named after its seed; those that fail stay.</summary>
    public static string Work { get; } = Path.Combine(RepositoryRoot, "tests", "Plannr.ContractFuzz.Tests", "obj", "work");

    private static string Metadata(string key)
        => typeof(Place).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
