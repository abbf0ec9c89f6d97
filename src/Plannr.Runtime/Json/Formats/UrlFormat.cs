namespace Plannr.Runtime.Json.Formats;

/// <summary>
/// The format of URLs. A malformed URL is read as null, because it is of no use to the caller, and an exception would hide the rest of
/// the response.
/// </summary>
internal sealed class UrlFormat() : TextualFormat<Uri>("URL", "uri-reference")
{
    protected override bool TryParse(string text, out Uri? value)
    {
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
        return true;
    }

    // Any string is a valid relative URL, and on Unix, .NET parses a path as an absolute URL.
    protected override bool IsExact(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && text.StartsWith(url.Scheme, StringComparison.OrdinalIgnoreCase);

    protected override string Format(Uri value) => value.OriginalString;
}
