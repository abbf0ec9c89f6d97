namespace Plannr.Corpus;

/// <summary>Where the suite's files lie.</summary>
internal static class Place
{
    /// <summary>The suite's own folder.</summary>
    public static string Suite { get; } = Path.Combine(Repository.Root, "tests", "Plannr.Corpus");

    /// <summary>The packages that tests/corpus.sh has fetched.</summary>
    public static string Packages { get; } = Path.Combine(Suite, "obj", "packages");

    /// <summary>What is generated, for who looks into a failure.</summary>
    public static string Work { get; } = Path.Combine(Suite, "obj", "work");
}
