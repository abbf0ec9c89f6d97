using Plannr.Runtime.Json;

namespace Plannr.Constructs.Tests.Json;

/// <summary>Tests that readers share the strings of the contract's names.</summary>
public sealed class JsonNamesTests
{
    [Test]
    public void Name_that_was_added_is_found_as_the_same_string()
    {
        string[] known = [.. Enumerable.Range(0, 1_000).Select(n => $"name{n}")];
        var names = new JsonNames();
        foreach (var name in known)
        {
            names.Add(name);
        }

        Assert.That(known.Select(name => Found(names, name)), Is.EqualTo(known).Using<string?>(ReferenceEquals));
    }

    [TestCase("")]
    [TestCase("nam")]
    [TestCase("names")]
    [TestCase("other")]
    public void Other_name_is_not_found(string name)
    {
        var names = new JsonNames();
        names.Add("name");

        Assert.That(Found(names, name), Is.Null);
    }

    // The name is within a longer text, as in the buffer of a reader.
    private static string? Found(JsonNames names, string name) => names.Get(("{\"" + name + "\":").ToCharArray(), 2, name.Length);
}
