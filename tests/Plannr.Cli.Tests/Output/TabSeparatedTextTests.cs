using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Tests.Output;

/// <summary>Records in a pipe.</summary>
public sealed class TabSeparatedTextTests
{
    [Test]
    public void Line_escapes_what_would_end_a_value_or_a_line()
        => Assert.That(TabSeparatedText.Line(["a\tb", "c\nd\r", @"e\n", "", "\u001b\u0085é"]), Is.EqualTo(@"a\tb" + "\t" + @"c\nd\r" + "\t" + @"e\\n" + "\t\t" + @"\x1b\x85é"));
}
