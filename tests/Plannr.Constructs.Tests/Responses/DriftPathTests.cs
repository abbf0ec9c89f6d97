using Plannr.Runtime.Json.Drift;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests which parts of a path are reported, and which are replaced because they may be data.</summary>
public sealed class DriftPathTests
{
    private static readonly string LongestName = new('a', 64);

    private static readonly string[][] Paths =
    [
        ["", ""],
        ["data[0].name", "data[].name"],
        ["data[0][12].name", "data[][].name"],
        ["[0]", "[]"],
        ["['a b']", "*"],
        ["['a b'].name", "*.name"],
        ["tree['a.b'].name", "tree.*.name"],
        ["tree['a b'][0].name", "tree.*[].name"],
        [@"['a\'b'].name", "*.name"],
        [@"['a\'.b'].name", "*.name"],
        [@"['a\\'].name", "*.name"],
        ["a..b", "a.*.b"],
        ["a.", "a"],
        ["['a b'", "*"],
        ["['a b", "*"],
        ["['a b\\", "*"],
        ["_a", "_a"],
        ["$a", "$a"],
        ["a-b_c$1", "a-b_c$1"],
        ["-a", "*"],
        ["1a", "*"],
        ["a@b", "*"],
        ["aé", "*"],
        ["é", "*"],
        ["abf8f7f6-1eb3-3525-be4a-3932c805afed", "*"],
        [LongestName, LongestName],
        [LongestName + "a", "*"],
    ];

    [TestCaseSource(nameof(Paths))]
    public void Of_replaces_indexes_and_unusual_names(string path, string expected) => Assert.That(DriftPath.Of(path, _ => false), Is.EqualTo(expected));

    [TestCase(0, "*[].b.c")]
    [TestCase(1, "a[].b.c")]
    [TestCase(2, "a[].*.c")]
    [TestCase(3, "a[].b.*")]
    public void Of_replaces_the_names_that_are_data(int segment, string expected) => Assert.That(DriftPath.Of("a[5].b.c", s => s == segment), Is.EqualTo(expected));
}
