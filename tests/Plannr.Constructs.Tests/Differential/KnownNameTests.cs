using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Differential;

/// <summary>Tests the table of property names, with which a reader reuses strings instead of creating them.</summary>
public sealed class KnownNameTests
{
    [Test]
    public void Get_returns_the_added_string_for_each_known_name_and_null_for_others()
    {
        var names = new JsonNames();
        var added = Enumerable.Range(0, 1000).Select(n => $"name_{n}").ToArray();
        foreach (var name in added.Concat(added))
        {
            names.Add(name);
        }

        foreach (var name in added)
        {
            Assert.That(names.Get(("\"" + name + "\"").ToCharArray(), 1, name.Length), Is.SameAs(name));
        }

        Assert.That(names.Get("name_1000".ToCharArray(), 0, 9), Is.Null);
        Assert.That(names.Get("name_1".ToCharArray(), 0, 5), Is.Null);
        Assert.That(names.Get([], 0, 0), Is.Null);
    }
}
