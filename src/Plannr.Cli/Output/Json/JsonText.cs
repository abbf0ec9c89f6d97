namespace Plannr.Cli.Output.Json;

/// <summary>Finds the parts of a JSON text without parsing its values.</summary>
internal static class JsonText
{
    /// <summary>Returns the position after a string, or the end of the text if the string has no closing quote.</summary>
    /// <param name="json">The text.</param>
    /// <param name="start">The position of the opening quote.</param>
    public static int EndOfString(string json, int start)
    {
        for (var at = start + 1; at < json.Length; at++)
        {
            if (json[at] == '\\')
            {
                at++;
            }
            else if (json[at] == '"')
            {
                return at + 1;
            }
        }

        return json.Length;
    }

    /// <summary>Returns the first position at or after a position that is not white space.</summary>
    public static int AfterSpace(string json, int at)
    {
        while (at < json.Length && char.IsWhiteSpace(json[at]))
        {
            at++;
        }

        return at;
    }
}
