using System.Text;
using Plannr.Constructs.Nullability;
using Plannr.Generated;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests responses that contain only white space, or white space around null.</summary>
public sealed class BlankBodyTests
{
    [TestCase("null\n", "utf-8")]
    [TestCase(" \t\r\n\v\fnull \r\n", "utf-8")]
    [TestCase("\ufeffnull", "utf-8")]
    [TestCase("null\n", "utf-16")]
    [TestCase(" null ", "iso-8859-1")]
    public async Task Null_surrounded_by_white_space_is_read_as_null(string body, string charset)
        => Assert.That(await Exchange.ResultOf(Response(body, charset), c => new WordsClient(c).SetAsync(Word.A)), Is.Null);

    [TestCase("nul")]
    [TestCase("nulls")]
    [TestCase("null null")]
    [TestCase("[null]")]
    public void Text_that_resembles_null_throws(string body)
        => Assert.That(
            () => Exchange.ResultOf(Response(body), c => new WordsClient(c).SetAsync(Word.A)),
            Throws.TypeOf<PlannrApiException>().With.Message.Contains("does not match the contract").Or.Message.Contains("is not JSON"));

    [TestCase("", "utf-8")]
    [TestCase(" \t\r\n\v\f", "utf-8")]
    [TestCase("\u00a0\u2003\u3000", "utf-8")]
    [TestCase(" \u00a0\r\n", "utf-8")]
    [TestCase("\u00a0\u00a0", "iso-8859-1")]
    [TestCase("\u3000\n", "utf-16")]
    public void White_space_body_is_reported_as_empty(string body, string charset)
        => Assert.That(
            () => Exchange.ResultOf(Response(body, charset), c => new WordsClient(c).SetAsync(Word.A)),
            Throws.TypeOf<PlannrApiException>().With.Message.EndsWith("its body is empty instead of JSON."));

    [TestCase("\u00a0x")]
    [TestCase("\u00e9")]
    [TestCase("!")]
    public void Body_with_other_characters_is_not_reported_as_empty(string body)
        => Assert.That(
            () => Exchange.ResultOf(Response(body), c => new WordsClient(c).SetAsync(Word.A)),
            Throws.TypeOf<PlannrApiException>().With.Message.Not.Contains("empty"));

    private static byte[] Response(string body, string charset = "utf-8")
        => RawResponse.Of(200, Encoding.GetEncoding(charset).GetBytes(body), $"Content-Type: application/json; charset={charset}");
}
