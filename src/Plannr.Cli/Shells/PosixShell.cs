namespace Plannr.Cli.Shells;

/// <inheritdoc/>
internal sealed class PosixShell : Shell
{
    /// <inheritdoc/>
    public override string Curl(IEnumerable<string> options, string? json)
        => "curl " + string.Join(" \\\n  ", json is null ? options : options.Append("--data " + Quote(json)));

    /// <inheritdoc/>
    public override string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <inheritdoc/>
    public override string Variable(string name) => "$" + name;
}
