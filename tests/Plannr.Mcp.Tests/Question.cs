namespace Plannr.Mcp.Tests;

/// <summary>A question as people ask it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Sources">Where it is answered; each of them will do.</param>
internal sealed record Question(string Text, IReadOnlyList<string> Sources)
{
    /// <summary>Reads a file of the folder Questions.</summary>
    public static IReadOnlyList<Question> Read(string file)
        =>
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Questions", file))
                .Select(line => line.Split('\t'))
                .Select(parts => new Question(parts[0], parts[1].Split(" | "))),
        ];
}
