namespace Plannr.SpecGate.Contract;

/// <summary>Classifies media types by the way that they are sent and read.</summary>
internal static class MediaTypes
{
    public static bool IsJson(string type) => Essence(type) is "application/json" or "text/json" || Essence(type).EndsWith("+json", StringComparison.Ordinal);

    public static bool IsForm(string type) => Essence(type) == "application/x-www-form-urlencoded";

    public static bool IsMultipart(string type) => Essence(type) == "multipart/form-data";

    public static bool IsAnyMultipart(string type) => Essence(type).StartsWith("multipart/", StringComparison.Ordinal);

    public static bool IsXml(string type) => Essence(type) is "application/xml" or "text/xml" || Essence(type).EndsWith("+xml", StringComparison.Ordinal);

    // An event stream does not end, so it cannot be read as text.
    public static bool IsText(string type) => Essence(type).StartsWith("text/", StringComparison.Ordinal) && Essence(type) is not ("text/event-stream" or "text/json");

    public static bool IsRange(string type) => Essence(type).EndsWith("/*", StringComparison.Ordinal);

    /// <summary>Returns a media type in lower case, without <c>charset=utf-8</c>, which is the default.</summary>
    public static string WithoutUtf8(string type)
        => string.Join(';', type.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries).Where(p => p.Replace("\"", "", StringComparison.Ordinal) != "charset=utf-8"));

    private static string Essence(string type) => type.Split(';')[0].Trim().ToLowerInvariant();
}
