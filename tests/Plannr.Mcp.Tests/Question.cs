namespace Plannr.Mcp.Tests;

/// <summary>A question in natural language, and the sources that answer it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Sources">The sources. Each of them answers the question.</param>
internal sealed record Question(string Text, IReadOnlyList<string> Sources)
{
    /// <summary>Reads a file in the folder Questions.</summary>
    public static IReadOnlyList<Question> Read(string file)
        =>
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Questions", file))
                .Select(line => line.Split('\t'))
                .Select(parts => new Question(parts[0], parts[1].Split(" | "))),
        ];
}
