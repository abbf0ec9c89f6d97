using Plannr.Runtime.Json;


namespace Plannr.Constructs.Tests.Differential;

/// <summary>The names that no reader makes a string of its own for.</summary>
public sealed class KnownNameTests
{
    [Test]
    public void Names_are_found_however_many_there_are_and_no_others()
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
