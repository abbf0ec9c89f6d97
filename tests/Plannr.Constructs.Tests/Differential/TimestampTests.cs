using System.Globalization;
using CsCheck;
using Plannr.Runtime.Json.Formats;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>Tests that the fast parser reads timestamps as .NET does.</summary>
public sealed class TimestampTests
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", "yyyy-MM-dd'T'HH:mm:ss.fzzz",
    ];

    private static readonly Gen<string> Texts =
        from ticks in Gen.Long[TimeSpan.TicksPerDay * 2, DateTime.MaxValue.Ticks - (TimeSpan.TicksPerDay * 2)]
        from minutes in Gen.Int[-13 * 60, 13 * 60]
        from format in Gen.Int[0, Formats.Length - 1].Select(i => Formats[i])
        select new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes)).ToString(format, CultureInfo.InvariantCulture);

    private static readonly Gen<string> Changed =
        from text in Texts
        from at in Gen.Int[0, text.Length - 1]
        from sign in Gen.Char["096-+:.ZT "]
        from cut in Gen.Int[0, 3]
        select cut == 0 ? text[..at] : text[..at] + sign + text[(at + 1)..];

    [Test]
    public void FastTimestamp_reads_the_common_formats()
        => Texts.Sample(text =>
        {
            Assert.That(FastTimestamp.TryParse(text, out var value), Is.True, text);
            Assert.That(value.EqualsExact(Parsed(text)!.Value), Is.True, text);
        });

    [Test]
    public void FastTimestamp_reads_no_text_that_DateTimeOffset_reads_differently_or_not_at_all()
        => Changed.Sample(text =>
        {
            if (FastTimestamp.TryParse(text, out var value))
            {
                Assert.That(Parsed(text)?.EqualsExact(value), Is.True, text);
            }
        });

    private static DateTimeOffset? Parsed(string text)
        => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;
}
