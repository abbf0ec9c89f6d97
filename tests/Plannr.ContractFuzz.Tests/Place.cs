using Plannr.Corpus;

namespace Plannr.ContractFuzz.Tests;

/// <summary>The namespace of the generated code, and the folder of the suite's files.</summary>
internal static class Place
{
    /// <summary>The namespace of generated code.</summary>
    public const string Namespace = "Plannr.Fuzz";

    /// <summary>Gets the folder of the contracts and their code. Each contract has a folder named after its seed. The folders of failed contracts are kept.</summary>
    public static string Work { get; } = Path.Combine(Repository.Root, "tests", "Plannr.ContractFuzz.Tests", "obj", "work");
}
