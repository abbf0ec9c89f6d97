using Microsoft.Extensions.Time.Testing;
using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Tests.Output;

/// <summary>Tests the text that describes when a token expires.</summary>
public sealed class ExpiryTextTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 8, 16, 10, 0, TimeSpan.FromHours(1));

    [TestCase("2026-06-08T18:08:03.847911Z", "in 2 h 58 min")]
    [TestCase("2026-06-08T15:10:00.5Z", "in 0 s")]
    [TestCase("2026-06-08T15:10:59Z", "in 59 s")]
    [TestCase("2026-06-08T15:11:00Z", "in 1 min")]
    [TestCase("2026-06-08T16:10:00Z", "in 1 h")]
    [TestCase("2026-06-09T15:09:59Z", "in 23 h 59 min")]
    [TestCase("2026-06-09T15:10:00Z", "in 1 day")]
    [TestCase("2026-06-10T14:10:00Z", "in 1 day 23 h")]
    [TestCase("2027-06-08T15:08:03.847942Z", "in 364 days")]
    [TestCase("2026-06-08T15:10:00Z", "expired 0 s ago")]
    [TestCase("2026-06-08T13:08:00Z", "expired 2 h 2 min ago")]
    [TestCase("2026-06-05T15:10:00Z", "expired 3 days ago")]
    public void Expiry_is_written_in_at_most_two_units(string expiry, string text)
        => Assert.That(ExpiryText.Of(DateTimeOffset.Parse(expiry, System.Globalization.CultureInfo.InvariantCulture), new FakeTimeProvider(Now)), Is.EqualTo(text));

    [Test]
    public void Missing_expiry_is_written_as_never()
        => Assert.That(ExpiryText.Of(null, new FakeTimeProvider(Now)), Is.EqualTo("never"));
}
