using Microsoft.Extensions.Time.Testing;
using Plannr.Cli.Connections.Relabeling;

namespace Plannr.Cli.Tests.Connections.Relabeling;

/// <summary>Tests the counts, the rate and the time left that <c>plannr connections relabel</c> shows.</summary>
public sealed class RelabelCountTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public void Counts_include_the_rows_of_an_earlier_run()
    {
        var count = Count(total: 10, earlierDone: 3, earlierFailed: 2);

        count.Add(isDone: true);
        count.Add(isDone: true);
        count.Add(isDone: false);

        Assert.That((count.Total, count.Done, count.Failed, count.Earlier, count.Finished), Is.EqualTo((10, 5, 3, 5, 8)));
    }

    [TestCase(0.5, 300)]
    [TestCase(1, 300)]
    [TestCase(2, 150)]
    [TestCase(30, 10)]
    [TestCase(59.5, 5 * 60 / 59.5)]
    [TestCase(60, 0)]
    [TestCase(90, 0)]
    public void Rate_covers_at_most_the_last_minute(double seconds, double expected)
    {
        var count = Count();
        AddRows(count, 5);

        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.That(count.PerMinute(), Is.EqualTo(expected).Within(0.001));
    }

    [Test]
    public void Rate_excludes_rows_that_were_finished_a_minute_ago()
    {
        var count = Count();
        AddRows(count, 5);

        _clock.Advance(TimeSpan.FromSeconds(60));
        AddRows(count, 2);

        Assert.That(count.PerMinute(), Is.EqualTo(2));
    }

    [Test]
    public void Time_left_is_null_until_a_row_is_finished()
        => Assert.That(Count().TimeLeft(), Is.Null);

    // Ten rows in a second are 600 a minute.
    [TestCase(0, 990d / 600)]
    [TestCase(500, 990d / 500)]
    [TestCase(1000, 990d / 600)]
    public void Time_left_uses_the_rate_or_the_rate_limit_if_it_is_lower(int requestsPerMinute, double minutes)
    {
        var count = Count(total: 1000, requestsPerMinute: requestsPerMinute);

        AddRows(count, 10);

        Assert.That(count.TimeLeft()!.Value.TotalMinutes, Is.EqualTo(minutes).Within(0.001));
    }

    [TestCase(0, "0 rows")]
    [TestCase(1, "1 row")]
    [TestCase(2, "2 rows")]
    [TestCase(12345, "12,345 rows")]
    public void Number_of_rows_is_written_with_its_unit(int number, string expected)
        => Assert.That(RelabelCount.Rows(number), Is.EqualTo(expected));

    private static void AddRows(RelabelCount count, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            count.Add(isDone: true);
        }
    }

    private RelabelCount Count(int total = 100, int earlierDone = 0, int earlierFailed = 0, int requestsPerMinute = 0)
        => new(total, earlierDone, earlierFailed, requestsPerMinute, _clock);
}
