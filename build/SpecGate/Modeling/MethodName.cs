using System.Security.Cryptography;
using System.Text;
using Plannr.SpecGate.Contract;

namespace Plannr.SpecGate.Modeling;

/// <summary>Names methods. A name depends on nothing but the operation that it is for, so that no other operation changes it.</summary>
internal static class MethodName
{
    /// <summary>What the name of each operation's second method has behind that of the first.</summary>
    public const string SecondSuffix = "WithResponse";

    // Stands before a digit and behind the name of another operation's second method.
    private const string Taken = "Call";

    /// <summary>The name that an operationId stands for within a group.</summary>
    /// <param name="id">The operationId.</param>
    /// <param name="group">The words of the group, which the name does not repeat.</param>
    /// <returns>The name, or null if nothing of the operationId is allowed in C#.</returns>
    public static string? FromId(string id, string group)
        => (After(id, group) ?? After(id, group + "Controller")) is { } rest && Identifier.Pascal(rest, "").Length > 0 ? Allowed(rest)
            : Identifier.Pascal(id, "").Length > 0 ? Allowed(id)
            : null;

    /// <summary>The name that the HTTP method and the path stand for: <c>get /pets/{id}</c> is <c>GetPetsById</c>.</summary>
    public static string FromPath(string verb, string path) => Allowed($"{verb}/{RequestPath.Replace(path, "/by/$1/")}");

    /// <summary>The name of one of several paths that stand for the same name, such as <c>/pets</c> and <c>/pets/</c>: with a checksum.</summary>
    public static string FromExactPath(string verb, string path)
        => FromPath(verb, path) + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{verb} {path}")).AsSpan(0, 4));

    private static string Allowed(string text)
        => Identifier.Pascal(text, Taken) is var name && name.EndsWith(SecondSuffix, StringComparison.Ordinal) ? name + Taken : name;

    // What follows the words and a character that belongs to no word; null if the text does not begin so.
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
