using System.Security.Cryptography;
using System.Text;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Names;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>Names methods. A name depends only on its operation, so that other operations do not change it.</summary>
internal static class MethodName
{
    /// <summary>The suffix of the method that returns the whole response.</summary>
    public const string ResponseSuffix = "WithResponse";

    // The prefix of a name that would start with a digit, and the suffix of a name that would end in ResponseSuffix.
    private const string Affix = "Call";

    /// <summary>Returns the name for an operationId within a group.</summary>
    /// <param name="id">The operationId.</param>
    /// <param name="group">The words of the group, which the name does not repeat.</param>
    /// <returns>The name, or null if the operationId has no character that C# allows in names.</returns>
    public static string? FromId(string id, string group)
        => (After(id, group) ?? After(id, group + "Controller")) is { } rest && Identifier.Pascal(rest, "").Length > 0 ? Allowed(rest)
            : Identifier.Pascal(id, "").Length > 0 ? Allowed(id)
            : null;

    /// <summary>Returns the name for an HTTP method and a path: <c>get /pets/{id}</c> is <c>GetPetsById</c>.</summary>
    public static string FromPath(string verb, string path) => Allowed($"{verb}/{OperationPath.Replace(path, "/by/$1/")}");

    /// <summary>Returns the name with a checksum, for paths that would have the same name, such as <c>/pets</c> and <c>/pets/</c>.</summary>
    public static string FromExactPath(string verb, string path)
        => FromPath(verb, path) + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{verb} {path}")).AsSpan(0, 4));

    private static string Allowed(string text)
        => Identifier.Pascal(text, Affix) is var name && name.EndsWith(ResponseSuffix, StringComparison.Ordinal) ? name + Affix : name;

    // The rest of the text after the words, starting at a separator; null if the text does not begin with these words and a separator.
    private static string? After(string text, string words)
    {
        var matched = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                if (matched == words.Length)
                {
                    return text[i..];
                }
            }
            else if (matched == words.Length || char.ToUpperInvariant(text[i]) != char.ToUpperInvariant(words[matched++]))
            {
                return null;
            }
        }

        return null;
    }
}
