namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of UUIDs with hyphens (8-4-4-4-12).</summary>
internal sealed class UuidFormat() : TextualFormat<Guid>("UUID", "uuid")
{
    protected override bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    protected override string Format(Guid value) => value.ToString();
}
