namespace Plannr.Runtime.Requests;

/// <summary>A path of the contract, split at its <c>{placeholders}</c>.</summary>
internal sealed class PathTemplate
{
    public PathTemplate(string path)
    {
        var start = 0;
        int open;
        while ((open = path.IndexOf('{', start)) >= 0 && path.IndexOf('}', open) is var close and > 0)
        {
            Literals.Add(path.Substring(start, open - start));
            Names.Add(path.Substring(open + 1, close - open - 1));
            start = close + 1;
        }

        Literals.Add(path.Substring(start));
        HasQuery = Literals.Exists(l => l.Contains('?'));
    }

    /// <summary>Gets the names of the placeholders in their order.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Gets the text before each placeholder, and after the last one.</summary>
    public List<string> Literals { get; } = [];

    /// <summary>Gets a value that indicates whether the path contains a query, which some contracts use to distinguish operations.</summary>
    public bool HasQuery { get; }
}
