using System.Reflection;

namespace Plannr.Corpus;

/// <summary>Where things lie, as the build has written it down.</summary>
internal static class Place
{
    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string NSwag { get; } = Metadata("NSwag");

    /// <summary>The suite's own folder.</summary>
    public static string Suite { get; } = Path.Combine(RepositoryRoot, "tests", "Plannr.Corpus");

    /// <summary>The packages that tests/corpus.sh has fetched.</summary>
    public static string Packages { get; } = Path.Combine(Suite, "obj", "packages");

    /// <summary>What is generated, for who looks into a failure.</summary>
    public static string Work { get; } = Path.Combine(Suite, "obj", "work");

    private static string Metadata(string key)
        => typeof(Place).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
