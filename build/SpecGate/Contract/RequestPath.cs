using System.Text.RegularExpressions;

namespace Plannr.SpecGate.Contract;

/// <summary>The path of an operation as it is sent, with its placeholders.</summary>
/// <param name="Text">The path. It starts with a slash, may have a query, and has no fragment.</param>
internal sealed partial record RequestPath(string Text)
{
    /// <summary>The names of its placeholders.</summary>
    public IReadOnlyList<string> Placeholders { get; } = [.. Placeholder().Matches(Text).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The path that a key of <c>paths</c> stands for. Some tell operations apart by a fragment, which HTTP does not send.</summary>
    public static RequestPath Of(string key)
        => Fragment().Replace(key, "") is var path && path.StartsWith('/') ? new RequestPath(path) : new RequestPath("/" + path);

    /// <summary>A key of <c>paths</c> without the names of its placeholders, which may have any characters.</summary>
    public static string WithoutNames(string key) => Replace(key, "{}");

    /// <summary>A path with something else in place of its placeholders, whose name is <c>$1</c> in it.</summary>
    public static string Replace(string path, string replacement) => Placeholder().Replace(path, replacement);

    [GeneratedRegex(@"\{([^{}/]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<!\{[^{}/]*)#.*")]
    private static partial Regex Fragment();
}
