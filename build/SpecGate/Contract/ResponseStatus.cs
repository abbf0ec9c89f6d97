using System.Text.RegularExpressions;

namespace Plannr.SpecGate.Contract;

/// <summary>The key of a response.</summary>
/// <param name="Text">A code, a range such as <c>4XX</c>, or <c>default</c>.</param>
internal sealed partial record ResponseStatus(string Text)
{
    public bool IsSuccess => Text.StartsWith('2');

    public bool IsRedirection => Text.StartsWith('3');

    public static ResponseStatus Default { get; } = new("default");

    public bool IsDefault => this == Default;

    public bool IsRange => Text.EndsWith("XX", StringComparison.Ordinal);

    /// <summary>Gets the range that includes the code, such as <c>4XX</c>; null for <c>default</c>.</summary>
    public ResponseStatus? Range => IsDefault ? null : new($"{Text[0]}XX");

    public override string ToString() => Text;

    /// <summary>Parses a key, ignoring case.</summary>
    /// <returns>The status, or null if the key is not a status.</returns>
    public static ResponseStatus? Parse(string key)
        => Code().IsMatch(key) ? new ResponseStatus(key.ToUpperInvariant())
            : key.Equals("default", StringComparison.OrdinalIgnoreCase) ? Default
            : null;

    [GeneratedRegex("^[1-5]([0-9][0-9]|[xX][xX])$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
