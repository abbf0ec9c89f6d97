using System.Reflection;
using System.Text.RegularExpressions;
using Plannr.SpecGate.Writing;

namespace Plannr.SpecGate.Tests;

/// <summary>The gate writes, the templates read, and <c>build/templates/README.md</c> lists the same hints.</summary>
public sealed partial class HintTests
{
    // NSwag sorts the arguments by this hint.
    private const string ReadByNSwag = Hints.Position;

    private static readonly string[] Written = [.. typeof(Hints).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal)];

    [Test]
    public void Templates_read_exactly_the_hints_that_the_gate_writes()
    {
        var read = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "templates"), "*.liquid")
            .SelectMany(file => Hint().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .Append(ReadByNSwag)
            .Distinct().Order(StringComparer.Ordinal);

        Assert.That(read, Is.EqualTo(Written));
    }

    [Test]
    public void Readme_lists_exactly_the_hints_that_the_gate_writes()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "templates.README.md"));
        var listed = Row().Matches(readme).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.That(listed, Is.EqualTo(Written));
    }

    [GeneratedRegex(@"ExtensionData\[""(x-[a-z-]+)""\]|hints\[""(?<1>x-[a-z-]+)""\]")]
    private static partial Regex Hint();

    [GeneratedRegex(@"^\| `(x-[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
