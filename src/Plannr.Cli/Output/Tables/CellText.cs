using System.Globalization;
using Spectre.Console.Rendering;

namespace Plannr.Cli.Output.Tables;

/// <summary>Measures text in terminal cells. East Asian characters and emoji have two cells, combining characters none.</summary>
internal static class CellText
{
    private const string Ellipsis = "…";

    /// <summary>Returns the width of a text in cells.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>Returns the text, padded with spaces to a width in cells.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));

    /// <summary>Returns the text if it fits in a width in cells, or else its beginning and an ellipsis. Characters are not split.</summary>
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
