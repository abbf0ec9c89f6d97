using System.Text.RegularExpressions;

namespace Plannr.SpecGate.Contract;

/// <summary>The key of a response.</summary>
/// <param name="Text">A code, a range such as <c>4XX</c>, or <c>default</c>.</param>
internal sealed partial record ResponseStatus(string Text)
{
    public bool IsSuccess => Text.StartsWith('2');

    public bool IsRedirection => Text.StartsWith('3');

    public bool IsDefault => Text == "default";

    /// <summary>Reads a key in any case.</summary>
    /// <returns>The status, or null if the key is none.</returns>
    public static ResponseStatus? Parse(string key)
        => Code().IsMatch(key) ? new ResponseStatus(key.ToUpperInvariant())
            : key.Equals("default", StringComparison.OrdinalIgnoreCase) ? new ResponseStatus("default")
            : null;

    [GeneratedRegex("^[1-5]([0-9][0-9]|[xX][xX])$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
