using System.Globalization;
using System.Text;

namespace Plannr.SpecGate.Source;

/// <summary>
/// Shows characters that nobody sees, or that change the order in which others are shown, as escapes: a contract's text must not
/// hide anything in a finding, in a comment or in a name.
/// </summary>
internal static class InvisibleCharacters
{
    /// <summary>Whether a character is a control, changes how others are shown, or shows nothing although it is a letter.</summary>
    public static bool Contains(Rune character)
        => character.Value switch
        {
            // They join letters and emoji to one sign.
            0x200C or 0x200D => false,
            // The fillers of Hangul and the blank of Braille.
            0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x034F or 0x180E => true,
            _ => Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
        };

    /// <summary>Replaces each of them by its escape in C# and JSON, such as <c>\u202E</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kept">Control characters that stay, such as line breaks.</param>
    public static string Escape(string text, string kept = "")
    {
        if (!text.EnumerateRunes().Any(r => IsEscaped(r, kept)))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        foreach (var character in text.EnumerateRunes())
        {
            shown.Append(!IsEscaped(character, kept) ? character.ToString()
                : character.IsBmp ? $"\\u{character.Value:X4}" : $"\\U{character.Value:X8}");
        }

        return shown.ToString();
    }

    private static bool IsEscaped(Rune character, string kept)
        => Contains(character) && !(character.IsBmp && kept.Contains((char)character.Value, StringComparison.Ordinal));
}
