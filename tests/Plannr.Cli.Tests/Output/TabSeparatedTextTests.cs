using Plannr.Cli.Output.Tables;

namespace Plannr.Cli.Tests.Output;

/// <summary>Tests the tab-separated lines that a command writes to a pipe.</summary>
public sealed class TabSeparatedTextTests
{
    [Test]
    public void Line_escapes_tabs_line_breaks_backslashes_and_control_characters()
        => Assert.That(TabSeparatedText.Line(["a\tb", "c\nd\r", @"e\n", "", "\u001b\u0085é"]), Is.EqualTo(@"a\tb" + "\t" + @"c\nd\r" + "\t" + @"e\\n" + "\t\t" + @"\x1b\x85é"));
}
