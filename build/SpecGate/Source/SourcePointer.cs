namespace Plannr.SpecGate.Source;

/// <summary>Evaluates JSON pointers in the fragments of references (RFC 6901, section 6).</summary>
internal static class SourcePointer
{
    /// <summary>Returns the value that a JSON pointer refers to.</summary>
    /// <param name="root">The value that the pointer starts at.</param>
    /// <param name="pointer">The pointer without the <c>#</c>, such as <c>/components/schemas/Book</c>; empty for the root.</param>
    /// <returns>The value, or null if there is none.</returns>
    public static SourceNode? Find(SourceNode? root, string pointer)
    {
        var node = root;
        foreach (var name in pointer.Split('/').Skip(1).Select(Unescape))
        {
            node = node switch
            {
                SourceMap map => map[name],
                SourceList list => int.TryParse(name, out var index) ? list.Items.ElementAtOrDefault(index) : null,
                _ => null,
            };
        }

        return node;
    }

    private static string Unescape(string name)
        => Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
