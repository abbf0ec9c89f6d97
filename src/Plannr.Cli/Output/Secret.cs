namespace Plannr.Cli.Output;

/// <summary>
/// Removes the access token and the signing secrets of webhooks from all output, because a server, or one that pretends to be Plannr,
/// may send them back.
/// </summary>
internal sealed class Secret
{
    /// <summary>The text that replaces a secret.</summary>
    public const string Mask = "***";

    // A shorter text may be part of a response by chance, and is not a secret.
    private const int MinLength = 8;

    private readonly List<string> _values = [];

    /// <summary>Adds a text that must not be written. Null and texts of less than 8 characters are ignored.</summary>
    public void Add(string? value)
    {
        if (value?.Length >= MinLength && !_values.Contains(value))
        {
            _values.Add(value);
        }
    }

    public string RemoveFrom(string text) => _values.Aggregate(text, (result, value) => result.Replace(value, Mask, StringComparison.Ordinal));
}
