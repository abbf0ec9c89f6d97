namespace Plannr.Corpus;

/// <summary>The folders of the suite.</summary>
internal static class Place
{
    /// <summary>Gets the folder of the suite.</summary>
    public static string Suite { get; } = Path.Combine(Repository.Root, "tests", "Plannr.Corpus");

    /// <summary>Gets the folder of the packages that tests/corpus.sh has fetched.</summary>
    public static string Packages { get; } = Path.Combine(Suite, "obj", "packages");

    /// <summary>Gets the folder of the generated files, which show the cause of a failure.</summary>
    public static string Work { get; } = Path.Combine(Suite, "obj", "work");
}
