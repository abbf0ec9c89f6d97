using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Runtime.Json;
using Plannr.Runtime.Requests;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Tests the messages that the runtime creates for unusual values and contracts.</summary>
public sealed class RequestMessageTests
{
    [TestCase("text/plain", "text/plain; charset=utf-8", "utf-8")]
    [TestCase("text/plain; charset=UTF-8", "text/plain; charset=UTF-8", "utf-8")]
    [TestCase("text/plain; charset=iso-8859-1", "text/plain; charset=iso-8859-1", "iso-8859-1")]
    [TestCase("text/plain; charset=utf-16", "text/plain; charset=utf-16", "utf-16")]
    public async Task Text_is_sent_in_the_charset_of_the_contract(string mediaType, string contentType, string charset)
    {
        var content = Message(request => request.WithText("Grüße", mediaType)).Content!;

        Assert.That(content.Headers.ContentType!.ToString(), Is.EqualTo(contentType));
        Assert.That(await content.ReadAsByteArrayAsync(), Is.EqualTo(Encoding.GetEncoding(charset).GetBytes("Grüße")));
    }

    [TestCase("Łódź")]
    [TestCase("\U0001F600")]
    public void Text_that_the_charset_of_the_contract_cannot_encode_throws(string text)
        => Assert.That(
            () => Message(request => request.WithText(text, "text/plain; charset=iso-8859-1")),
            Throws.ArgumentException.With.Message.StartsWith("A string contains a character that the charset of the body does not have. Nothing was sent."));

    [Test]
    public void Text_with_an_unpaired_surrogate_throws()
        => Assert.That(
            () => Message(request => request.WithText("a\ud83d", "text/plain")),
            Throws.ArgumentException.With.Message.StartsWith("A string contains an unpaired surrogate, which cannot be encoded. Nothing was sent."));

    [TestCase("", ";name")]
    [TestCase("a b", ";name=a%20b")]
    public void Text_in_the_matrix_style_has_an_equals_sign_only_before_a_value(string value, string expected)
        => Assert.That(PathOf("name", value, ParameterStyle.Matrix, explode: false), Is.EqualTo(expected));

    [TestCase(false, ";a%26b=,x,k%2F1,1")]
    [TestCase(true, ";=x;k%2F1=1")]
    public void Object_in_the_matrix_style_has_escaped_keys(bool explode, string expected)
        => Assert.That(PathOf("a&b", new JObject { [""] = "x", ["k/1"] = 1, ["none"] = null }, ParameterStyle.Matrix, explode), Is.EqualTo(expected));

    [TestCase(ParameterStyle.Simple, false, "a%2Fb,1,c%3Dd,2")]
    [TestCase(ParameterStyle.Simple, true, "a%2Fb=1,c%3Dd=2")]
    [TestCase(ParameterStyle.Label, false, ".a%2Fb,1,c%3Dd,2")]
    [TestCase(ParameterStyle.Label, true, ".a%2Fb=1.c%3Dd=2")]
    [TestCase(ParameterStyle.Json, false, "%7B%22a%2Fb%22%3A1%2C%22c%3Dd%22%3A2%2C%22none%22%3Anull%7D")]
    public void Object_in_a_path_has_escaped_keys_and_nulls_only_as_JSON(ParameterStyle style, bool explode, string expected)
        => Assert.That(PathOf("name", new JObject { ["a/b"] = 1, ["c=d"] = 2, ["none"] = null }, style, explode), Is.EqualTo(expected));

    [TestCase(ParameterStyle.Simple, false, "a,b%2C")]
    [TestCase(ParameterStyle.Label, false, ".a,b%2C")]
    [TestCase(ParameterStyle.Label, true, ".a.b%2C")]
    [TestCase(ParameterStyle.Matrix, false, ";name=a,b%2C")]
    [TestCase(ParameterStyle.Matrix, true, ";name=a;name=b%2C")]
    public void Null_in_a_list_in_a_path_is_omitted(ParameterStyle style, bool explode, string expected)
        => Assert.That(PathOf("name", new JArray(JValue.CreateNull(), "a", JValue.CreateUndefined(), "b,"), style, explode), Is.EqualTo(expected));

    [Test]
    public void List_of_only_nulls_in_a_path_throws([Values(ParameterStyle.Simple, ParameterStyle.Label, ParameterStyle.Matrix)] ParameterStyle style)
        => Assert.That(
            () => PathOf("name", new JArray(JValue.CreateNull()), style, explode: false),
            Throws.ArgumentException.With.Message.StartsWith("The value is empty, '.' or '..', and would change the path. Nothing was sent."));

    [TestCase("a.b")]
    [TestCase(".")]
    public void Item_with_a_dot_in_an_exploded_label_throws(string item)
        => Assert.That(
            () => PathOf("name", new JArray("a", item), ParameterStyle.Label, explode: true),
            Throws.ArgumentException.With.Message.StartsWith("A part of the value contains '.', which separates the parts of the value. Nothing was sent."));

    [Test]
    public void Key_with_a_dot_in_an_exploded_label_throws()
        => Assert.That(() => PathOf("name", new JObject { ["a.b"] = 1 }, ParameterStyle.Label, explode: true), Throws.ArgumentException);

    [TestCase(false, ".a.b")]
    [TestCase(true, ".a.b")]
    public void Text_with_a_dot_in_a_label_is_sent(bool explode, string expected)
        => Assert.That(PathOf("name", "a.b", ParameterStyle.Label, explode), Is.EqualTo(expected));

    [Test]
    public void Item_with_a_dot_in_a_label_that_is_not_exploded_is_sent()
        => Assert.That(PathOf("name", new JArray("a.b", "c"), ParameterStyle.Label, explode: false), Is.EqualTo(".a.b,c"));

    [TestCase(ParameterStyle.Simple, "6ff8f7f6-1eb3-3525-be4a-3932c805afed")]
    [TestCase(ParameterStyle.Label, ".6ff8f7f6-1eb3-3525-be4a-3932c805afed")]
    [TestCase(ParameterStyle.Matrix, ";id=6ff8f7f6-1eb3-3525-be4a-3932c805afed")]
    public void UUID_in_a_path_is_sent_in_the_style_of_its_parameter(ParameterStyle style, string expected)
        => Assert.That(Message(request => request.WithPath("id", Guid.Parse("6FF8F7F6-1EB3-3525-BE4A-3932C805AFED"), style: style), "/{id}").RequestUri!.OriginalString, Is.EqualTo("https://example.test/" + expected));

    // The characters are numbers, because no filter finds tests with control characters in their names.
    [TestCase(0x1f)]
    [TestCase(0x7f)]
    [TestCase(0x80)]
    public void Header_with_a_control_character_throws(int character) => AssertHeaderIsRefused("secret" + (char)character);

    [TestCase("\tsecret")]
    [TestCase("secret ")]
    public void Header_with_surrounding_white_space_throws(string value) => AssertHeaderIsRefused(value);

    [TestCase("a\tb")]
    [TestCase("~")]
    [TestCase("! \"")]
    [TestCase("")]
    public void Header_with_a_tab_or_printable_characters_is_sent(string value)
        => Assert.That(Message(request => request.WithHeader("X-Text", value)).Headers.GetValues("X-Text"), Is.EqualTo(new[] { value }));

    [TestCase("a,b", false)]
    [TestCase("a", true)]
    public void Comma_in_a_header_is_sent_in_text_and_throws_in_a_list_item(string value, bool isSent)
    {
        Assert.That(Message(request => request.WithHeader("X-Text", value)).Headers.GetValues("X-Text"), Is.EqualTo(new[] { value }));
        Assert.That(() => Message(request => request.WithHeader("X-List", new JArray(value), JsonFormats.Any)), isSent ? Throws.Nothing : Throws.ArgumentException);
    }

    [TestCase(false, "a,1,b,2")]
    [TestCase(true, "a=1,b=2")]
    public void Null_in_an_object_in_a_header_is_omitted(bool explode, string expected)
        => Assert.That(
            Message(request => request.WithHeader("X-Object", new JObject { ["a"] = 1, ["none"] = null, ["b"] = 2 }, JsonFormats.Any, explode: explode)).Headers.GetValues("X-Object"),
            Is.EqualTo(new[] { expected }));

    [TestCase(ParameterStyle.Form, false, "name=a%26,1,c,d%2Ce")]
    [TestCase(ParameterStyle.Form, true, "a%26=1&c=d%2Ce")]
    [TestCase(ParameterStyle.SpaceDelimited, false, "name=a%26%201%20c%20d%2Ce")]
    [TestCase(ParameterStyle.PipeDelimited, false, "name=a%26%7C1%7Cc%7Cd%2Ce")]
    [TestCase(ParameterStyle.PipeDelimited, true, "a%26=1&c=d%2Ce")]
    [TestCase(ParameterStyle.DeepObject, true, "name%5Ba%26%5D=1&name%5Bc%5D=d%2Ce")]
    [TestCase(ParameterStyle.Json, true, "name=%7B%22a%26%22%3A1%2C%22none%22%3Anull%2C%22c%22%3A%22d%2Ce%22%7D")]
    public void Object_in_a_query_has_escaped_keys_and_nulls_only_as_JSON(ParameterStyle style, bool explode, string expected)
        => Assert.That(QueryOf(new JObject { ["a&"] = 1, ["none"] = null, ["c"] = "d,e" }, style, explode), Is.EqualTo("?" + expected));

    [TestCase(ParameterStyle.Form, false)]
    [TestCase(ParameterStyle.Form, true)]
    [TestCase(ParameterStyle.SpaceDelimited, false)]
    [TestCase(ParameterStyle.PipeDelimited, false)]
    [TestCase(ParameterStyle.DeepObject, true)]
    public void List_of_only_nulls_in_a_query_is_not_sent(ParameterStyle style, bool explode)
        => Assert.That(QueryOf(new JArray(JValue.CreateNull(), JValue.CreateUndefined()), style, explode), Is.Empty);

    [TestCase(ParameterStyle.SpaceDelimited, "a b", "a%20b")]
    [TestCase(ParameterStyle.PipeDelimited, "a|b", "a%7Cb")]
    [TestCase(ParameterStyle.DeepObject, "a b", "a%20b")]
    public void Single_value_may_contain_the_separator_of_list_items(ParameterStyle style, string value, string expected)
        => Assert.That(QueryOf(value, style, explode: false), Is.EqualTo("?name=" + expected));

    [Test]
    public void Query_parameters_are_appended_to_the_query_of_the_path()
        => Assert.That(Message(request => request.WithQuery("a", 1).WithQuery("b", "c"), "/things?kind=1").RequestUri!.Query, Is.EqualTo("?kind=1&a=1&b=c"));

    [Test]
    public void Placeholder_without_a_value_is_not_replaced()
        => Assert.That(Message(request => request.WithPath("a", 1).WithPath("b", 2), "/{a}/{b}/{c}/d").RequestUri!.OriginalString, Is.EqualTo("https://example.test/1/2/{c}/d"));

    [TestCase("/a{b", "/a{b")]
    [TestCase("/a}b{c}", "/a}b1")]
    public void Unmatched_brace_is_part_of_the_path(string path, string expected)
        => Assert.That(Message(request => request.WithPath("c", 1), path).RequestUri!.OriginalString, Is.EqualTo("https://example.test" + expected));

    private static void AssertHeaderIsRefused(string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Message(request => request.WithHeader("X-Text", value, argument: "@xText")))!;

        Assert.That(exception.ParamName, Is.EqualTo("xText"));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }

    private static string PathOf(string name, JToken value, ParameterStyle style, bool explode)
        => Message(request => request.WithPath(name, value, JsonFormats.Any, style, explode), "/{" + name + "}").RequestUri!.OriginalString["https://example.test/".Length..];

    private static string QueryOf(JToken value, ParameterStyle style, bool explode)
        => Message(request => request.WithQuery("name", value, JsonFormats.Any, style, explode)).RequestUri!.Query;

    private static ApiRequestMessage Message(Func<ApiRequest, ApiRequest> build, string path = "/things")
        => build(new ApiRequest(new ApiOperation("Things_Get", "GET", path))).ToMessage("https://example.test");
}
