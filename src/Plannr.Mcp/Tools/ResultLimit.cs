using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Plannr.Mcp.Tools;

/// <summary>Limits the length of tool results, because each token costs money and space in the context of a model.</summary>
internal static class ResultLimit
{
    /// <summary>The maximum number of items of a list in one result.</summary>
    public const int Hits = 20;

    /// <summary>The maximum number of characters of a result's JSON: about 2,000 tokens of four characters.</summary>
    public const int Characters = 8_000;

    /// <summary>Gets the options for the JSON of results.</summary>
    public static JsonSerializerOptions Json { get; } = CreateJson();

    public static int Size<T>(T result) => JsonSerializer.Serialize(result, Json).Length;

    /// <summary>Returns as many items from an offset as fit in a result, but at least one, so that paging makes progress.</summary>
    /// <param name="items">All items.</param>
    /// <param name="offset">The index of the first item.</param>
    /// <param name="max">The maximum number of items.</param>
    /// <param name="reserved">The number of characters of the rest of the result.</param>
    public static IReadOnlyList<T> Page<T>(IReadOnlyList<T> items, int offset, int max, int reserved)
    {
        var page = new List<T>();
        var size = reserved;
        foreach (var item in items.Skip(offset).Take(max))
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

    /// <summary>Returns as much of a text from an offset as fits in a result. A line break or a quote counts as two characters, as in JSON.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="offset">The index of the first character.</param>
    /// <param name="reserved">The number of characters of the rest of the result.</param>
    public static string Start(string text, int offset, int reserved)
    {
        var size = reserved;
        var end = offset;
        while (end < text.Length)
        {
            // Surrogate pairs are not split.
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

    /// <summary>Returns the note about the rest of a list, or null if the list is complete.</summary>
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
