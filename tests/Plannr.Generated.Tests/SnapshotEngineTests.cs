using System.Text;

namespace Plannr.Generated.Tests;

/// <summary>Tests that the local snapshot engine follows the conventions of Verify, so that both can use the same files.</summary>
public sealed class SnapshotEngineTests
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Verified_text_passes_with_and_without_a_byte_order_mark([Values] bool hasMark)
    {
        Write("Name.verified.txt", "one\ntwo", hasMark);

        await VerifyAsync("one\ntwo");
        Assert.That(Files(), Is.EqualTo(new[] { "Name.verified.txt" }));
    }

    [Test]
    public async Task Windows_line_breaks_are_received_as_line_feeds()
    {
        Write("Name.verified.txt", "one\ntwo");

        await VerifyAsync("one\r\ntwo");
    }

    [Test]
    public void New_text_fails_and_is_saved_as_received([Values] bool isEmptyFileThere)
    {
        Directory.CreateDirectory(_folder);
        if (isEmptyFileThere)
        {
            Write("Name.verified.txt", "");
        }

        var failure = Assert.ThrowsAsync<AssertionException>(() => VerifyAsync("one"));

        Assert.That(failure!.Message, Does.Contain("is new").And.Contains("+one"));
        Assert.That(File.ReadAllBytes(Path.Combine(_folder, "Name.received.txt")), Is.EqualTo(Encoding.UTF8.Preamble.ToArray().Concat("one"u8.ToArray())));
    }

    [Test]
    public void Different_text_fails_with_a_diff_and_keeps_the_verified_text()
    {
        Write("Name.verified.txt", "one\ntwo\nthree");

        var failure = Assert.ThrowsAsync<AssertionException>(() => VerifyAsync("one\n2\nthree"));

        Assert.That(failure!.Message, Does.Contain("does not match").And.Contains("-two").And.Contains("+2"));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "Name.verified.txt")), Is.EqualTo("one\ntwo\nthree"));
        Assert.That(File.ReadAllText(Path.Combine(_folder, "Name.received.txt")), Is.EqualTo("one\n2\nthree"));
    }

    [TestCase("Type.Method_text=a b", "'Type.Method_text=a b'")]
    [TestCase("Type.Method_text=it's [1]", "'Type.Method_text=it'")]
    public void Failure_contains_the_command_that_accepts_the_snapshot(string name, string argument)
    {
        var failure = Assert.ThrowsAsync<AssertionException>(() => LocalSnapshot.VerifyAsync(_folder, name, "one", "txt", TestContext.CurrentContext.Test.ID));

        Assert.That(failure!.Message, Does.Contain($"build/accept-snapshots.sh {argument} (on Windows: pwsh build/accept-snapshots.ps1 {argument})"));
    }

    [TestCase("one", "one\n")]
    [TestCase("one\n", "one")]
    public void Difference_at_the_end_of_the_text_fails(string accepted, string received)
    {
        Write("Name.verified.txt", accepted);

        var failure = Assert.ThrowsAsync<AssertionException>(() => VerifyAsync(received));

        Assert.That(failure!.Message, Does.Contain("does not match"));
    }

    [Test]
    public void Carriage_return_in_the_verified_text_fails()
    {
        Write("Name.verified.txt", "one\r\ntwo");

        var failure = Assert.ThrowsAsync<AssertionException>(() => VerifyAsync("one\ntwo"));

        Assert.That(failure!.Message, Does.Contain("carriage return"));
    }

    [Test]
    public async Task Stale_received_file_is_deleted()
    {
        Write("Name.verified.txt", "one");
        Write("Name.received.txt", "stale");

        await VerifyAsync("one");

        Assert.That(Files(), Is.EqualTo(new[] { "Name.verified.txt" }));
    }

    [Test]
    public async Task Duplicate_name_in_one_test_throws()
    {
        Write("Name.verified.txt", "one");
        await VerifyAsync("one");

        Assert.ThrowsAsync<InvalidOperationException>(() => VerifyAsync("one"));
    }

    [TestCase(null, true, 2.5, "\"\\<>|:*?/\t", "null_flag=True_number=2.5_text=----------_expected=null_flag=True_n", TestName = "ignored")]
    [TestCase("a b", false, -1, "é", "a b_flag=False_number=-1_text=é_", TestName = "ignored too")]
    public void File_names_match_those_of_Verify(string? none, bool flag, double number, string text, string expected)
    {
        Directory.CreateDirectory(_folder);
        _ = (none, flag, number, text);

        Assert.That(
            LocalSnapshot.NameOf(TestContext.CurrentContext.Test),
            Does.StartWith($"{nameof(SnapshotEngineTests)}.{nameof(File_names_match_those_of_Verify)}_none=" + expected));
    }

    [TestCase("C#")]
    public void Argument_that_Verify_versions_name_differently_throws(string language)
    {
        Directory.CreateDirectory(_folder);

        var exception = Assert.Throws<ArgumentException>(() => LocalSnapshot.NameOf(TestContext.CurrentContext.Test));

        Assert.That(exception!.Message, Does.Contain($"language=\"{language}\"").And.Contains("Use an argument without '#'."));
    }

    public sealed class Nested
    {
        [Test]
        public void File_name_of_a_nested_type_starts_with_the_outer_type()
            => Assert.That(
                LocalSnapshot.NameOf(TestContext.CurrentContext.Test),
                Is.EqualTo("SnapshotEngineTests.Nested.File_name_of_a_nested_type_starts_with_the_outer_type"));
    }

    private Task VerifyAsync(string text) => LocalSnapshot.VerifyAsync(_folder, "Name", text, "txt", TestContext.CurrentContext.Test.ID);

    private void Write(string file, string text, bool hasMark = true)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, file), text, new UTF8Encoding(hasMark));
    }

    private string[] Files() => [.. Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)!)];
}
