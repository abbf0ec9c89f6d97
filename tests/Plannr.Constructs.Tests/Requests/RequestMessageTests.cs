using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Requests;
using User = Plannr.Constructs.Access.User;

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

    [TestCase("{a}/b", "1/b")]
    [TestCase("{a}", "1")]
    public void Placeholder_at_the_start_of_a_path_is_replaced(string path, string expected)
        => Assert.That(new ApiRequest(new ApiOperation("Things_Get", "GET", path)).WithPath("a", 1).ToMessage("https://example.test/").RequestUri!.OriginalString, Is.EqualTo("https://example.test/" + expected));

    [Test]
    public void Empty_UUID_in_a_path_throws()
        => Assert.That(
            () => Message(request => request.WithPath("id", Guid.Empty, argument: "id"), "/{id}"),
            Throws.ArgumentException.With.Message.EqualTo("The UUID is empty and does not identify a resource. Nothing was sent. (Parameter 'id')"));

    [Test]
    public void Header_with_a_character_that_headers_do_not_allow_throws_with_the_reason()
        => Assert.That(
            () => Message(request => request.WithHeader("X-Text", "ü", argument: "xText")),
            Throws.ArgumentException.With.Message.EqualTo("The value contains a line break, a control character or a non-ASCII character, which a header does not allow. Nothing was sent. (Parameter 'xText')"));

    [Test]
    public void Header_with_surrounding_white_space_throws_with_the_reason()
        => Assert.That(
            () => Message(request => request.WithHeader("X-Text", " a", argument: "xText")),
            Throws.ArgumentException.With.Message.EqualTo("The value begins or ends with white space, which a header does not allow. Nothing was sent. (Parameter 'xText')"));

    [Test]
    public void Comma_in_an_item_of_a_list_that_is_not_exploded_is_escaped_among_reserved_characters()
        => Assert.That(
            Message(request => request.WithQuery("name", new JArray("a,b/", "c"), JsonFormats.Any, explode: false, allowReserved: true)).RequestUri!.Query,
            Is.EqualTo("?name=a%2Cb/,c"));

    [Test]
    public void Cookie_without_values_is_not_sent()
        => Assert.That(Message(request => request.WithCookie("name", new JArray(JValue.CreateNull()), JsonFormats.Any)).Headers.Contains("Cookie"), Is.False);

    [Test]
    public async Task Content_header_is_sent_with_the_body()
    {
        var content = Message(request => request.WithJson("a", JsonFormats.Text).WithHeader("Content-Language", "de")).Content!;

        Assert.That(content.Headers.ContentLanguage, Is.EqualTo(new[] { "de" }));
        Assert.That(await content.ReadAsStringAsync(), Is.EqualTo("\"a\""));
    }

    [Test]
    public async Task JSON_is_sent_with_its_media_type_and_without_read_only_properties()
    {
        var content = Message(request => request.WithJson(new User { Id = 7, Name = "A" }, JsonFormats.ObjectOf<User>(), "application/merge-patch+json")).Content!;

        Assert.That($"{content.Headers.ContentType}", Is.EqualTo("application/merge-patch+json"));
        Assert.That(await content.ReadAsStringAsync(), Is.EqualTo("""{"name":"A"}"""));
    }

    [Test]
    public void JSON_with_a_number_that_is_not_finite_throws()
        => Assert.That(
            () => Message(request => request.WithJson(double.NaN, JsonFormats.Number, argument: "body")),
            Throws.ArgumentException.With.Message.EqualTo(
                "A value cannot be written as JSON: it contains a reference to itself, a number that is NaN or infinite, or an enumeration without a value. Nothing was sent. (Parameter 'body')"));

    [TestCase(true, false, "ArgumentNullException")]
    [TestCase(false, false, "")]
    [TestCase(true, true, "null")]
    [TestCase(false, true, "null")]
    public async Task Null_as_JSON_is_sent_if_nullable_and_throws_if_required(bool required, bool nullable, string expected)
    {
        var sent = "";
        try
        {
            sent = await TextOf(Message(request => request.WithJson<string>(null, JsonFormats.Text, required: required, nullable: nullable, argument: "@body")).Content);
        }
        catch (ArgumentNullException exception)
        {
            Assert.That(exception.ParamName, Is.EqualTo("body"));
            sent = exception.GetType().Name;
        }

        Assert.That(sent, Is.EqualTo(expected));
    }

    [Test]
    public void Null_as_a_text_is_not_sent_and_throws_if_required()
    {
        Assert.That(Message(request => request.WithText(null, "text/plain", required: false)).Content, Is.Null);
        Assert.That(() => Message(request => request.WithText(null, "text/plain", argument: "@body")), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("body"));
    }

    [Test]
    public async Task Null_in_a_form_is_an_empty_field_in_every_style([Values(null, ParameterStyle.Json, ParameterStyle.DeepObject, ParameterStyle.SpaceDelimited)] ParameterStyle? style)
        => Assert.That(
            await TextOf(Message(request => request.WithForm(new JObject { ["a b"] = null, ["c"] = 1 }, JsonFormats.Any, [new FieldEncoding("a b", style: style)])).Content),
            Is.EqualTo("a%20b=&c=1"));

    [Test]
    public async Task Form_without_encodings_is_sent()
        => Assert.That(await TextOf(Message(request => request.WithForm(new JObject { ["a"] = "b" }, JsonFormats.Any)).Content), Is.EqualTo("a=b"));

    [Test]
    public async Task Multipart_form_without_parts_contains_only_its_end()
        => Assert.That(await MultipartOf(request => request.WithMultipart(new JObject(), JsonFormats.Any)), Is.EqualTo("--boundary--\r\n"));

    [Test]
    public async Task Multipart_form_without_encodings_has_a_part_for_each_property()
        => Assert.That(
            await MultipartOf(request => request.WithMultipart(new JObject { ["a"] = "b", ["none"] = null }, JsonFormats.Any)),
            Is.EqualTo("--boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--boundary\r\nContent-Disposition: form-data; name=\"none\"\r\n\r\n\r\n--boundary--\r\n"));

    [TestCase("\"b\"", "application/json", "\"b\"")]
    [TestCase("\"b\"", "text/plain", "b")]
    [TestCase("{\"b\":1}", "application/merge-patch+json", "{\"b\":1}")]
    [TestCase("[1,2]", "application/json", "[1,2]")]
    public async Task Part_is_written_as_its_media_type_requires(string value, string mediaType, string expected)
        => Assert.That(
            await MultipartOf(request => request.WithMultipart(new JObject { ["a"] = JToken.Parse(value) }, JsonFormats.Any, [new FieldEncoding("a", mediaType)])),
            Is.EqualTo($"--boundary\r\nContent-Type: {mediaType}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{expected}\r\n--boundary--\r\n"));

    [Test]
    public async Task Additional_properties_are_parts_with_escaped_names()
    {
        var user = new User { AdditionalProperties = new Dictionary<string, JToken> { ["a\0b"] = 1 } };

        Assert.That(
            await MultipartOf(request => request.WithMultipart(user, JsonFormats.ObjectOf<User>())),
            Is.EqualTo("--boundary\r\nContent-Disposition: form-data; name=\"a%00b\"\r\n\r\n1\r\n--boundary--\r\n"));
    }

    [Test]
    public void File_with_an_invalid_content_type_throws()
        => Assert.That(
            () => Message(request => request.WithFile(new ApiFile(Stream.Null, contentType: "none"), "image/png", argument: "body")),
            Throws.ArgumentException.With.Message.EqualTo("The content type of a file is not a media type. Nothing was sent. (Parameter 'body')"));

    [TestCase("multipart/mixed")]
    [TestCase("Multipart/mixed; charset=utf-8")]
    public void Multipart_file_without_a_boundary_throws(string contentType)
        => Assert.That(
            () => Message(request => request.WithFile(new ApiFile(Stream.Null, contentType: contentType), "image/png", argument: "body")),
            Throws.ArgumentException.With.Message.EqualTo(
                $"The content type of the file must contain the boundary of its parts, such as \"{contentType.Split(';')[0]}; boundary=x\". Nothing was sent. (Parameter 'body')"));

    [TestCase("multipart/mixed; boundary=x")]
    [TestCase("multipart/mixed; charset=utf-8; Boundary=x")]
    [TestCase("image/png")]
    public void File_is_sent_with_its_content_type(string contentType)
        => Assert.That($"{Message(request => request.WithFile(new ApiFile(Stream.Null, contentType: contentType), "text/plain")).Content!.Headers.ContentType}", Is.EqualTo(contentType));

    [Test]
    public async Task File_whose_stream_can_seek_is_sent_twice_from_the_same_position()
    {
        using var stream = new MemoryStream("picture"u8.ToArray()) { Position = 3 };
        var content = Message(request => request.WithFile(stream, "image/png")).Content!;

        Assert.That(content.Headers.ContentLength, Is.EqualTo(4));
        Assert.That((await SentBytes(content), await SentBytes(content)), Is.EqualTo(("ture", "ture")));
    }

    [Test]
    public async Task File_whose_stream_cannot_seek_is_sent_once()
    {
        using var stream = new ForwardStream("picture"u8.ToArray());
        var content = Message(request => request.WithFile(stream, "image/png")).Content!;

        Assert.That(content.Headers.ContentLength, Is.Null);
        Assert.That(await SentBytes(content), Is.EqualTo("picture"));
        Assert.That(() => SentBytes(content), Throws.InvalidOperationException.With.Message.EqualTo("The stream was already sent and cannot be read again, because it cannot seek."));
    }

    private static async Task<string> TextOf(HttpContent? content) => content is null ? "" : await content.ReadAsStringAsync();

    private static async Task<string> SentBytes(HttpContent content)
    {
        using var sent = new MemoryStream();
        await content.CopyToAsync(sent);
        return Encoding.UTF8.GetString(sent.ToArray());
    }

    private static async Task<string> MultipartOf(Func<ApiRequest, ApiRequest> build)
    {
        var content = Message(build).Content!;
        var boundary = content.Headers.ContentType!.Parameters.Single(p => p.Name == "boundary").Value!.Trim('"');
        return (await TextOf(content)).Replace(boundary, "boundary", StringComparison.Ordinal);
    }

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

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }
    }
}
