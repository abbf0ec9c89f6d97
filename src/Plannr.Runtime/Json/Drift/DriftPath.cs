using System.Text;

namespace Plannr.Runtime.Json.Drift;

/// <summary>Removes possible data from the path of a property: array indexes, names in maps, and names that do not look like property names.</summary>
internal static class DriftPath
{
    private const string Element = "[]";
    private const string AnyName = "*";
    private const int MaxNameLength = 64;

    /// <param name="path">The path, in the notation of Newtonsoft.Json, such as <c>data[0].provider['a b']</c>.</param>
    /// <param name="isData">Returns whether the segment with an index, starting at 0, is a name in a map.</param>
    public static string Of(string path, Func<int, bool> isData)
    {
        var result = new StringBuilder(path.Length);
        var number = 0;
        for (var at = 0; at < path.Length; number++)
        {
            var isQuoted = string.CompareOrdinal(path, at, "['", 0, 2) == 0;
            var end = isQuoted ? EndOfQuoted(path, at) : EndOfPlain(path, at);
            if (!isQuoted && path[at] == '[')
            {
                result.Append(Element);
            }
            else
            {
                // A quoted name starts with a bracket, so it does not look like a property name.
                var name = path.Substring(at, end - at);
                result.Append(result.Length > 0 ? "." : "").Append(isData(number) || !IsName(name) ? AnyName : name);
            }

            at = end < path.Length && path[end] == '.' ? end + 1 : end;
        }

        return result.ToString();
    }

    // A property name that is a UUID or an e-mail address is most likely data.
    private static bool IsName(string name)
        => name.Length is > 0 and <= MaxNameLength
            && (char.IsLetter(name[0]) || name[0] is '_' or '$')
            && name.All(c => c < 0x80 && (char.IsLetterOrDigit(c) || c is '_' or '-' or '$'))
            && !Guid.TryParse(name, out _);

    private static int EndOfQuoted(string path, int start)
    {
        for (var at = start + 2; at < path.Length; at++)
        {
            if (path[at] == '\\')
            {
                at++;
            }
            else if (path[at] == '\'')
            {
                return Math.Min(at + 2, path.Length);
            }
        }

        return path.Length;
    }

    private static int EndOfPlain(string path, int start)
    {
        // An element starts with a bracket. An empty name ends where it starts.
        var end = path.IndexOfAny(['.', '['], path[start] == '[' ? start + 1 : start);
        return end < 0 ? path.Length : end;
    }
}
