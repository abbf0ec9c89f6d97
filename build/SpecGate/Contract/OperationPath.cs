using System.Text.RegularExpressions;

namespace Plannr.SpecGate.Contract;

/// <summary>The path of an operation as it is sent, with its placeholders.</summary>
/// <param name="Text">The path. It starts with a slash, may have a query, and has no fragment.</param>
internal sealed partial record OperationPath(string Text)
{
    /// <summary>Gets the names of the placeholders.</summary>
    public IReadOnlyList<string> Placeholders { get; } = [.. Placeholder().Matches(Text).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Returns the path for a key of <c>paths</c>. Some contracts distinguish operations by a fragment, which is not sent.</summary>
    public static OperationPath Of(string key)
        => Fragment().Replace(key, "") is var path && path.StartsWith('/') ? new OperationPath(path) : new OperationPath("/" + path);

    /// <summary>Returns a key of <c>paths</c> with the name of each placeholder removed. The names may contain any characters.</summary>
    public static string WithoutNames(string key) => Replace(key, "{}");

    /// <summary>Returns a path with each placeholder replaced. In the replacement, <c>$1</c> is the placeholder's name.</summary>
    public static string Replace(string path, string replacement) => Placeholder().Replace(path, replacement);

    [GeneratedRegex(@"\{([^{}/]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<!\{[^{}/]*)#.*")]
    private static partial Regex Fragment();
}
