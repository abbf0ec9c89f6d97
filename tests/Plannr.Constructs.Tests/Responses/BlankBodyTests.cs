using System.Text;
using Plannr.Constructs.Nullability;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Bodies with blanks around a null, and with nothing but blanks.</summary>
public sealed class BlankBodyTests
{
    [TestCase("null\n", "utf-8")]
    [TestCase(" \t\r\n\v\fnull \r\n", "utf-8")]
    [TestCase("\ufeffnull", "utf-8")]
    [TestCase("null\n", "utf-16")]
    [TestCase(" null ", "iso-8859-1")]
    public async Task Null_between_blanks_is_read(string body, string charset)
        => Assert.That(await Exchange.Answer(Response(body, charset), c => new WordsClient(c).SetAsync(Word.A)), Is.Null);

    [TestCase("nul")]
    [TestCase("nulls")]
    [TestCase("null null")]
    [TestCase("[null]")]
    public void Text_that_only_begins_or_ends_like_null_is_refused(string body)
        => Assert.That(
            () => Exchange.Answer(Response(body), c => new WordsClient(c).SetAsync(Word.A)),
            Throws.TypeOf<PlannrApiException>().With.Message.Contains("does not match the contract").Or.Message.Contains("is not JSON"));

    [TestCase("", "utf-8")]
    [TestCase(" \t\r\n\v\f", "utf-8")]
    [TestCase("\u00a0\u2003\u3000", "utf-8")]
    [TestCase(" \u00a0\r\n", "utf-8")]
    [TestCase("\u00a0\u00a0", "iso-8859-1")]
    [TestCase("\u3000\n", "utf-16")]
    public void Body_of_blanks_is_empty(string body, string charset)
        => Assert.That(
            () => Exchange.Answer(Response(body, charset), c => new WordsClient(c).SetAsync(Word.A)),
            Throws.TypeOf<PlannrApiException>().With.Message.EndsWith("its body is empty instead of JSON."));

    [TestCase("\u00a0x")]
    [TestCase("\u00e9")]
    [TestCase("!")]
    public void Body_with_anything_else_is_not_empty(string body)
        => Assert.That(
            () => Exchange.Answer(Response(body), c => new WordsClient(c).SetAsync(Word.A)),
            Throws.TypeOf<PlannrApiException>().With.Message.Not.Contains("empty"));

    private static byte[] Response(string body, string charset = "utf-8")
        => RawResponse.Of(200, Encoding.GetEncoding(charset).GetBytes(body), $"Content-Type: application/json; charset={charset}");
}
