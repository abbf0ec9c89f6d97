using System.Globalization;
using Spectre.Console.Rendering;

namespace Plannr.Cli.Output;

/// <summary>Text in the cells of a terminal, where an East Asian character or an emoji takes two and a combining character none.</summary>
internal static class CellText
{
    private const string Ellipsis = "…";

    /// <summary>Returns how many cells a text takes.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>Returns the text with spaces behind it that fill up a number of cells.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>Returns the text if it fits into a number of cells; otherwise its beginning and an ellipsis. No character is split.</summary>
    public static string Cut(string text, int width)
    {
        if (Width(text) <= width)
        {
            return text;
        }

        var (length, left) = (0, width - Width(Ellipsis));
        foreach (var element in Elements(text))
        {
            left -= Width(element);
            if (left < 0)
            {
                break;
            }

            length += element.Length;
        }

        return text[..length].TrimEnd() + Ellipsis;
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}
