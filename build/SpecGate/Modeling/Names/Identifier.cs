using System.Globalization;
using System.Text;
using System.Text.Json;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Names;

/// <summary>Converts names of the contract to names in C#.</summary>
internal static class Identifier
{
    private static readonly HashSet<string> Keywords = new(
        """
        abstract as await base bool break byte case catch char checked class const continue decimal default delegate do double else enum event
        explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null
        object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static
        string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>
    /// Returns a name in PascalCase: <c>created_at</c> becomes <c>CreatedAt</c>. A name in capitals is read as words, following .NET's
    /// guidelines for acronyms: <c>IN_PROGRESS</c> becomes <c>InProgress</c>, <c>GBP</c> becomes <c>Gbp</c>, and <c>UK</c> stays
    /// <c>UK</c>.
    /// </summary>
    /// <param name="name">The contract's name, which may contain any characters.</param>
    /// <param name="prefix">The prefix of a result that would start with a digit or be empty.</param>
    public static string Pascal(string name, string prefix)
    {
        var text = new StringBuilder();
        var startsWord = true;
        var isInCapitals = name.Count(char.IsUpper) > 2 && !name.Any(char.IsLower);
        foreach (var character in name)
        {
            if (IsPart(character))
            {
                text.Append(startsWord ? char.ToUpperInvariant(character) : isInCapitals ? char.ToLowerInvariant(character) : character);
                startsWord = isInCapitals && char.IsDigit(character);
            }
            else
            {
                text.Append(text.Length == 0 ? Sign(character) : "");
                startsWord = true;
            }
        }

        return text.Length == 0 || char.IsDigit(text[0]) ? prefix + text : text.ToString();
    }

    /// <summary>Returns a name in camelCase, for a parameter: <c>IPAddress</c> becomes <c>ipAddress</c>.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name, "_");
        var firstWord = name.TakeWhile(IsPart).Count();
        // Otherwise the name starts with the prefix or with the word for a sign, and only its first letter is lowered.
        var end = firstWord > 0 && IsPart(pascal[0]) ? firstWord : 1;
        return JsonNamingPolicy.CamelCase.ConvertName(pascal[..end]) + pascal[end..];
    }

    /// <summary>Returns a name that the contract defines for code: unchanged if it is a C# name with a leading capital, or else in PascalCase.</summary>
    public static string Given(string name)
        => char.IsUpper(name[0]) && name.All(c => c == '_' || IsPart(c)) ? name : Pascal(name, "_");

    /// <summary>Returns the contract's name for use in a comment. Line breaks and invisible characters are escaped.</summary>
    public static string Shown(string name) => InvisibleCharacters.Escape(name);

    /// <summary>Returns a parameter's name with an <c>@</c> if it is a keyword of C#.</summary>
    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    // Visible letters and digits that consist of one char. Combining characters are not allowed: they would be lost in a name.
    private static bool IsPart(char character)
        => char.GetUnicodeCategory(character) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
            && !InvisibleCharacters.Contains(new Rune(character));

    // "+1" and "-1" differ only in their sign.
    private static string Sign(char character) => character switch
    {
        '+' => "Plus",
        '-' => "Minus",
        '<' => "Less",
        '>' => "Greater",
        '=' => "Equal",
        '!' => "Not",
        '*' => "Star",
        _ => "",
    };
}
