using Newtonsoft.Json;
using Plannr.Generated;
using Plannr.Runtime.Json.Drift;
using Plannr.Runtime.Requests;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests the collector of the differences of one response.</summary>
public sealed class DriftCollectorTests
{
    private static readonly ApiOperation Operation = new("Things_Get", "GET", "/things");

    [TestCase(null, "InvalidBody ")]
    [TestCase("", "InvalidBody ")]
    [TestCase("data[0].name", "InvalidValue data[].name")]
    public void Unreadable_JSON_is_reported_with_the_path_of_the_failure(string? path, string expected)
    {
        var drifts = new List<string>();

        new DriftCollector(Report(drifts)).AddUnreadable(path);

        Assert.That(drifts, Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Names_in_a_map_are_replaced_at_each_depth_until_the_map_is_left()
    {
        var drifts = new List<string>();
        var collector = new DriftCollector(Report(drifts));
        var path = string.Join('.', Enumerable.Repeat("a", 64));
        collector.EnterMap(0);
        collector.EnterMap(63);
        collector.Add(ContractDriftKind.InvalidValue, path);
        collector.LeaveMap(63);
        collector.Add(ContractDriftKind.InvalidValue, path);

        Assert.That(drifts, Is.EqualTo(new[] { $"InvalidValue *{path[1..^1]}*", $"InvalidValue *{path[1..]}" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Reader_has_a_collector_only_for_an_observer(bool isObserved)
    {
        using JsonReader reader = new DriftReader(new StringReader("{}"), isObserved ? Report([]) : new DriftReport(Operation, null));

        var collector = reader.Drift();

        Assert.That(collector is not null, Is.EqualTo(isObserved));
        Assert.That(reader.Drift(), Is.SameAs(collector));
    }

    private static DriftReport Report(List<string> drifts) => new(Operation, drift => drifts.Add($"{drift.Kind} {drift.Place}"));
}
