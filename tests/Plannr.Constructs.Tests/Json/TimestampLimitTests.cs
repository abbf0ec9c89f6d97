using Newtonsoft.Json;
using Plannr.Constructs.Formats;
using Plannr.Generated;
using Plannr.Runtime.Json.Formats;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests timestamps at the limits of the calendar, the time of day, and the offset.</summary>
public sealed class TimestampLimitTests
{
    [TestCase("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00")]
    [TestCase("0001-12-31T23:59:59-14:00", "0001-12-31T23:59:59-14:00")]
    [TestCase("0002-01-01T00:00:00+13:59", "0002-01-01T00:00:00+13:59")]
    [TestCase("9998-12-31T23:59:59-13:59", "9998-12-31T23:59:59-13:59")]
    [TestCase("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [TestCase("2024-02-29T00:00:00Z", "2024-02-29T00:00:00+00:00")]
    [TestCase("2026-12-31T23:59:59Z", "2026-12-31T23:59:59+00:00")]
    [TestCase("2026-06-08T16:08:03+14:00", "2026-06-08T16:08:03+14:00")]
    [TestCase("2026-06-08T16:08:03-14:00", "2026-06-08T16:08:03-14:00")]
    [TestCase("2026-06-08T16:08:03+00:01", "2026-06-08T16:08:03+00:01")]
    [TestCase("2026-06-08T16:08:03-00:01", "2026-06-08T16:08:03-00:01")]
    [TestCase("2026-06-08T16:08:03+13:59", "2026-06-08T16:08:03+13:59")]
    [TestCase("2026-06-08T16:08:03.1Z", "2026-06-08T16:08:03.100000Z")]
    [TestCase("2026-06-08T16:08:03.Z", "2026-06-08T16:08:03+00:00")]
    [TestCase("2026-06-08T16:08:03.0000001Z", "2026-06-08T16:08:03.0000001Z")]
    [TestCase("2026-06-08T16:08:03.00000001Z", "2026-06-08T16:08:03+00:00")]
    [TestCase("2026-06-08T16:08:03.12345678+05:30", "2026-06-08T16:08:03.1234567+05:30")]
    public void Timestamp_within_the_limits_is_read(string timestamp, string written)
        => Assert.That(PlannrJson.Serialize(PlannrJson.Deserialize<Values>($$"""{"date_time":"{{timestamp}}"}""")), Is.EqualTo($$"""{"date_time":"{{written}}"}"""));

    [TestCase("0002-01-01T00:00:00+13:59")]
    [TestCase("9998-12-31T23:59:59-13:59")]
    [TestCase("2026-06-08T16:08:03.1234567Z")]
    public void FastTimestamp_reads_all_but_the_first_and_last_year_and_hour_of_the_offset(string timestamp)
    {
        Assert.That(FastTimestamp.TryParse(timestamp, out var value), Is.True);
        Assert.That(value, Is.EqualTo(DateTimeOffset.Parse(timestamp, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestCase("0000-12-31T00:00:00Z")]
    [TestCase("0001-01-01T00:00:00+00:01")]
    [TestCase("9999-12-31T23:59:59-00:01")]
    [TestCase("2026-00-08T16:08:03Z")]
    [TestCase("2026-13-08T16:08:03Z")]
    [TestCase("2026-06-00T16:08:03Z")]
    [TestCase("2026-06-31T16:08:03Z")]
    [TestCase("2026-02-29T16:08:03Z")]
    [TestCase("2026-06-08T24:00:00Z")]
    [TestCase("2026-06-08T16:60:03Z")]
    [TestCase("2026-06-08T16:08:60Z")]
    [TestCase("2026-06-08T16:08:03.5")]
    [TestCase("2026-06-08T16:08:03ZZ")]
    [TestCase("2026-06-08T16:08:03z+")]
    [TestCase("2026-06-08T16:08:03+14:01")]
    [TestCase("2026-06-08T16:08:03-14:01")]
    [TestCase("2026-06-08T16:08:03+15:00")]
    [TestCase("2026-06-08T16:08:03+13:60")]
    [TestCase("2026-06-08T16:08:03+01-00")]
    [TestCase("2026-06-08T16:08:03*01:00")]
    [TestCase("2026/06/08T16:08:03Z")]
    [TestCase("2026-06/08T16:08:03Z")]
    [TestCase("2026-06-08 16:08:03Z")]
    [TestCase("2026-06-08T16.08:03Z")]
    [TestCase("2026-06-08T16:08.03Z")]
    [TestCase("2O26-06-08T16:08:03Z")]
    [TestCase("202O-06-08T16:08:03Z")]
    [TestCase("20:6-06-08T16:08:03Z")]
    [TestCase("2026-0:-08T16:08:03Z")]
    [TestCase("2026-06-08T16:08:03+0100")]
    [TestCase("2026-06-08T16:08:03,5Z")]
    [TestCase("2026-06-08T16:08:03.:Z")]
    [TestCase("2026-06-08T16:08:03./Z")]
    public void Invalid_timestamp_throws_with_the_path_of_its_property(string timestamp)
        => Assert.That(
            () => PlannrJson.Deserialize<Values>($$"""{"date_time":"{{timestamp}}"}"""),
            Throws.TypeOf<JsonSerializationException>().With.Message.Contains("does not match the contract at 'date_time'"));
}
