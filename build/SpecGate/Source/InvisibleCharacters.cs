using System.Globalization;
using System.Text;

namespace Plannr.SpecGate.Source;

/// <summary>
/// Escapes invisible characters and characters that change the display order of others. The text of a contract must not hide
/// anything in a finding, a comment or a name.
/// </summary>
internal static class InvisibleCharacters
{
    /// <summary>Returns whether a character is a control character, changes the display of others, or is an invisible letter.</summary>
    public static bool Contains(Rune character)
        => character.Value switch
        {
            // Joiners combine letters or emoji.
            0x200C or 0x200D => false,
            // Hangul fillers, the blank Braille pattern, and other invisible letters and marks.
            0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x034F or 0x180E => true,
            _ => Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator,
        };

    /// <summary>Replaces each such character by its escape in C# and JSON, such as <c>\u202E</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kept">Control characters to keep, such as line breaks.</param>
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
