using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Journal;

/// <summary>Replaces secrets: the sandbox's tokens in any text, and the values of headers, parameters and properties with names such as <c>password</c>.</summary>
/// <param name="tokens">The sandbox's access tokens.</param>
internal sealed partial class SecretMask(IEnumerable<string> tokens)
{
    public const string Hidden = "***";

    // A shorter token, such as that of a test, may be a word that occurs elsewhere too.
    private const int MinTokenLength = 8;

    // The longest token is first, because a token may be part of another.
    private readonly string[] _tokens = [.. tokens.Where(t => t.Length >= MinTokenLength).OrderByDescending(t => t.Length)];

    public string Header(string name, string value)
    {
        if (!SecretName().IsMatch(name))
        {
            return KnownTokens(value);
        }

        // The scheme is not secret, and useful to readers.
        return value.Split(' ', 2) is [var scheme, not ""] && name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? $"{scheme} {Hidden}" : Hidden;
    }

    public string Query(string query) => KnownTokens(SecretParameter().Replace(query, $"$1={Hidden}"));

    public string Path(string path) => KnownTokens(path);

    public string Body(byte[] utf8, string text)
    {
        if (PlainJson.TryRead(utf8, out _) is { } json)
        {
            return KnownTokens(Mask(json) ? json.ToString(Formatting.None) : text);
        }

        return KnownTokens(SecretParameter().Replace(SecretMember().Replace(text, $"$1\"{Hidden}\""), $"$1={Hidden}"));
    }

    private static bool Mask(JToken json)
    {
        var isMasked = false;
        foreach (var property in json is JContainer container ? container.DescendantsAndSelf().OfType<JProperty>().ToArray() : [])
        {
            if (SecretName().IsMatch(property.Name) && property.Value.Type != JTokenType.Null)
            {
                property.Value = Hidden;
                isMasked = true;
            }
        }

        return isMasked;
    }

    private string KnownTokens(string text)
    {
        foreach (var token in _tokens)
        {
            text = text.Replace(token, Hidden, StringComparison.Ordinal).Replace(Uri.EscapeDataString(token), Hidden, StringComparison.Ordinal);
        }

        return text;
    }

    // Names with such an ending. "access_token_expires_at" is a date, and stays.
    [GeneratedRegex("(?:token|secret|password|passphrase|credentials?|api[-_]?key|authorization|cookie|signature)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"((?:^|(?<=[?&\s]))[^?&=\s]*(?:token|secret|password|passphrase|credentials?|api[-_]?key|authorization|signature))=[^&\s]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretParameter();

    // For invalid or incomplete JSON.
    [GeneratedRegex("""("[^"]*(?:token|secret|password|passphrase|credentials?|api[-_]?key|authorization|signature)"\s*:\s*)(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|[^\s,}\]"]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretMember();
}
