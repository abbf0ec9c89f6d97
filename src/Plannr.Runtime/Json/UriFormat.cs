namespace Plannr.Runtime.Json;

/// <summary>
/// URLs. A malformed one reads as null: it is of no use to the caller, and no reason to lose the rest of an answer whose
/// request has been carried out.
/// </summary>
internal sealed class UriFormat() : TextualFormat<Uri>("URL", "uri-reference")
{
    protected override bool TryParse(string text, out Uri? value)
    {
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
        return true;
    }

    // Any text is a relative URL, and on Unix a path is an absolute one.
    protected override bool IsExact(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && text.StartsWith(url.Scheme + ":", StringComparison.OrdinalIgnoreCase);

    protected override string Format(Uri value) => value.OriginalString;
}
