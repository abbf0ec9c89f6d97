namespace Plannr.Cli.Output;

/// <summary>
/// The access token and the signing secrets of webhooks, kept out of everything that is written: a server, or one that claims to be
/// it, may send them back.
/// </summary>
internal sealed class Secret
{
    /// <summary>The text that is written instead of a secret.</summary>
    public const string Mask = "***";

    // A shorter text may well stand in an answer by chance, and protects nothing.
    private const int Shortest = 8;

    private readonly List<string> _values = [];

    /// <summary>Adds a text that must not be written. Null and texts of less than 8 characters are ignored.</summary>
    public void Add(string? value)
    {
        if (value?.Length >= Shortest && !_values.Contains(value))
        {
            _values.Add(value);
        }
    }

    public string RemoveFrom(string text) => _values.Aggregate(text, (result, value) => result.Replace(value, Mask, StringComparison.Ordinal));
}
