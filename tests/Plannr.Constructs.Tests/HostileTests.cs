using System.Globalization;
using System.Reflection;
using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Constructs.Hostile;
using Plannr.Generated;

namespace Plannr.Constructs.Tests;

/// <summary>
/// Tests Contracts/Hostile.yaml, whose names and texts try to inject code, directives, MSBuild or Liquid expressions, and invisible
/// characters. Most injections would already break the build of the generated code.
/// </summary>
public sealed class HostileTests
{
    private static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "generated"), "*.g.cs").Order(StringComparer.Ordinal);

    [Test]
    public void Contract_does_not_inject_types_or_members()
    {
        var names = typeof(HostileClient).Assembly.GetTypes().SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(m => m.Name).Append(t.Name));

        Assert.That(names.Where(n => n == "Injected"), Is.Empty);
    }

    [TestCaseSource(nameof(Files))]
    public void Generated_code_contains_no_invisible_characters(string file)
    {
        var invisible = File.ReadLines(file).SelectMany((text, index) => text.EnumerateRunes().Where(IsInvisible).Select(r => $"line {index + 1}: U+{r.Value:X4} in {text.Trim()}"));

        Assert.That(invisible, Is.Empty);
    }

    [TestCaseSource(nameof(Files))]
    public void Generated_code_contains_only_the_directives_of_the_template(string file)
    {
        var directives = File.ReadLines(file).Select(l => l.Trim()).Where(l => l.StartsWith('#')).ToArray();

        Assert.That(directives.Take(4), Is.EqualTo(new[] { "#nullable enable", "#pragma warning disable CS0612, CS0618", "#if !NET", "#endif" }));
        // One pair surrounds the attribute of each type.
        Assert.That(directives.Skip(4).Chunk(2), Is.All.EqualTo(new[] { "#if NET", "#endif" }));
    }

    [Test]
    public void Property_names_are_written_and_read_as_in_the_contract()
    {
        var json = PlannrJson.Serialize(new HostileToo { ClassInjected = "a", ErrorInjected = 1, ClassRaw = true, ConfigurationCompileIdentity = "b", Value = "c", Ref = "d", AllOf = ["e"], Value2 = "f" });

        Assert.That(JObject.Parse(json).Properties().Select(p => p.Name), Is.EquivalentTo(new[]
        {
            "kind", "\u202E\"); class Injected {} //\u2066", "\n#error Injected", "{{ Class }}{% raw %}", "$(Configuration)@(Compile)%(Identity)", "\u3164", "$ref", "allOf", "",
        }));
        Assert.That(JObject.Parse(json)["kind"]!.ToString(), Is.EqualTo("\"); class Injected {} //\u202E"));
        Assert.That(PlannrJson.Deserialize<Hostile.Hostile>(json), Is.TypeOf<HostileToo>().And.Property("Ref").EqualTo("d").And.Property("Value2").EqualTo("f"));
    }

    // Zero-width joiners are part of visible characters, such as emoji.
    private static bool IsInvisible(Rune character)
        => character.Value is 0x3164 or 0x115F or 0x1160 or 0xFFA0
            || (character.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
