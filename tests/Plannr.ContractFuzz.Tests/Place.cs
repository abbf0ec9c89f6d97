using Plannr.Corpus;

namespace Plannr.ContractFuzz.Tests;

/// <summary>Where the suite keeps its files.</summary>
internal static class Place
{
    /// <summary>The namespace of generated code.</summary>
    public const string Namespace = "Plannr.Fuzz";

    /// <summary>Contracts and their code, each in a folder named after its seed; those that fail stay.</summary>
    public static string Work { get; } = Path.Combine(Repository.Root, "tests", "Plannr.ContractFuzz.Tests", "obj", "work");
}
