using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Plannr.Mcp.Tools;

/// <summary>How long an answer may be: a model pays for each token, and forgets what came before a long one.</summary>
internal static class AnswerLimit
{
    /// <summary>The most hits of a list in one answer.</summary>
    public const int Hits = 20;

    /// <summary>The most characters of an answer's JSON: about 2,000 tokens, of four characters each.</summary>
    public const int Characters = 8_000;

    /// <summary>How answers are written.</summary>
    public static JsonSerializerOptions Json { get; } = CreateJson();

    public static int Size<T>(T answer) => JsonSerializer.Serialize(answer, Json).Length;

    /// <summary>As many items, from an offset on, as an answer has room for; at least one, so that paging gets on.</summary>
    /// <param name="items">All items.</param>
    /// <param name="offset">The first to take.</param>
    /// <param name="most">The most to take.</param>
    /// <param name="reserved">The characters that the rest of the answer takes.</param>
    public static IReadOnlyList<T> Page<T>(IReadOnlyList<T> items, int offset, int most, int reserved)
    {
        var page = new List<T>();
        var size = reserved;
        foreach (var item in items.Skip(offset).Take(most))
        {
            size += Size(item) + 1;
            if (page.Count > 0 && size > Characters)
            {
                break;
            }

            page.Add(item);
        }

        return page;
    }

    /// <summary>As much of a text, from an offset on, as an answer has room for. A line break and a quote take two characters there.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="offset">The first character to take.</param>
    /// <param name="reserved">The characters that the rest of the answer takes.</param>
    public static string Start(string text, int offset, int reserved)
    {
        var size = reserved;
        var end = offset;
        while (end < text.Length)
        {
            // Half a character is none.
            var length = end + 1 < text.Length && char.IsSurrogatePair(text[end], text[end + 1]) ? 2 : 1;
            size += Size(text.Substring(end, length)) - 2;
            if (size > Characters)
            {
                break;
            }

            end += length;
        }

        return text[offset..end];
    }

    /// <summary>What a cut list says of its rest; null if nothing is left.</summary>
    public static string? Rest(int offset, int taken, int total, string what)
        => offset + taken < total ? $"{total - offset - taken} more {what} left out; ask again with offset={offset + taken} for the rest." : null;

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
