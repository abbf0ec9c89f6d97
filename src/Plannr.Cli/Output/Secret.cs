namespace Plannr.Cli.Output;

/// <summary>The access token, kept out of everything that is written: a server, or one that claims to be it, may send it back.</summary>
internal sealed class Secret
{
    // A shorter text may well stand in an answer by chance, and protects nothing.
    private const int Shortest = 8;

    private string? _value;

    public void Set(string value) => _value = value.Length >= Shortest ? value : null;

    public string RemoveFrom(string text) => _value is null ? text : text.Replace(_value, "***", StringComparison.Ordinal);
}
