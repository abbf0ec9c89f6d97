using Newtonsoft.Json.Linq;
using Plannr.Constructs.PathParameters;
using Plannr.Constructs.QueryParameters;
using Paths = Plannr.Constructs.PathParameters;
using Query = Plannr.Constructs.QueryParameters;
using Range = Plannr.Constructs.QueryParameters.Range;

namespace Plannr.Constructs.Tests.Requests;

/// <summary>Tests how parameters are sent in every place and style (RFC 6570, https://spec.openapis.org/oas/v3.0.4.html#style-examples).</summary>
public sealed class ParameterTests
{
    private static readonly Paths.Colour Colour = new() { R = 100, G = 200 };

    [Test]
    public async Task Path_parameters_are_sent_in_the_simple_style()
        => Assert.That(await Exchange.TargetOf(c => new PathsClient(c).SimpleAsync("a/b c?", 1.5, [1, 2], Colour)), Is.EqualTo("/simple/a%2Fb%20c%3F/1.5/1,2/R,100,G,200"));

    [Test]
    public async Task Exploded_object_in_a_path_is_sent_as_names_and_values()
        => Assert.That(await Exchange.TargetOf(c => new PathsClient(c).ExplodedAsync(Colour)), Is.EqualTo("/exploded/R=100,G=200"));

    [Test]
    public async Task Path_parameters_are_sent_in_the_label_style()
        => Assert.That(await Exchange.TargetOf(c => new PathsClient(c).LabelAsync("blue", ["a", "b"], Colour, "csv")), Is.EqualTo("/label/.blue/.a.b/.R,100,G,200/report.csv"));

    [Test]
    public async Task Path_parameters_are_sent_in_the_matrix_style()
        => Assert.That(await Exchange.TargetOf(c => new PathsClient(c).MatrixAsync("blue", ["a", "b"], Colour)), Is.EqualTo("/matrix/;text=blue/;list=a;list=b/;object=R,100,G,200"));

    [Test]
    public async Task Path_parameters_are_sent_as_JSON_date_and_UUID()
    {
        var uuid = Guid.Parse("6ff8f7f6-1eb3-3525-be4a-3932c805afed");

        var target = await Exchange.TargetOf(c => new PathsClient(c).JsonAsync(Colour, new DateOnly(2026, 6, 8), uuid));

        Assert.That(target, Is.EqualTo("/json/%7B%22R%22%3A100%2C%22G%22%3A200%7D/2026-06-08/6ff8f7f6-1eb3-3525-be4a-3932c805afed"));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase(null)]
    public async Task Path_parameter_that_would_change_the_path_throws(string? text)
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new PathsClient(c).SimpleAsync(text!, 1, [1], Colour))).ParamName, Is.EqualTo("text"));

    [Test]
    public async Task Parameter_with_an_unpaired_surrogate_throws()
    {
        Assert.That((await Exchange.ArgumentExceptionOf(c => new PathsClient(c).SimpleAsync("a\ud83d", 1, [1], Colour))).ParamName, Is.EqualTo("text"));
        Assert.That((await Exchange.ArgumentExceptionOf(c => new Query.ThingsClient(c).ListAsync("a\ud83d"))).ParamName, Is.EqualTo("q"));
    }

    [Test]
    public async Task Empty_list_in_a_path_throws()
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new PathsClient(c).SimpleAsync("a", 1, [], Colour))).ParamName, Is.EqualTo("list"));

    [Test]
    public async Task Empty_UUID_in_a_path_throws()
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new PathsClient(c).JsonAsync(Colour, default, Guid.Empty))).ParamName, Is.EqualTo("uuid"));

    [Test]
    public async Task Query_parameters_that_are_not_set_are_not_sent()
        => Assert.That(await Exchange.TargetOf(c => new Query.ThingsClient(c).ListAsync("a&b=c#d+e f")), Is.EqualTo("/things?q=a%26b%3Dc%23d%2Be%20f"));

    [Test]
    public async Task Query_parameters_are_sent_in_the_format_of_their_type()
    {
        var since = new DateTimeOffset(2026, 6, 8, 16, 8, 3, TimeSpan.FromHours(1));

        var target = await Exchange.TargetOf(c => new Query.ThingsClient(c).ListAsync("q", page: 2, all: true, since: since, day: new DateOnly(2026, 6, 8), sort: Sort.MinusName, owner: Guid.Empty));

        Assert.That(target, Is.EqualTo("/things?q=q&page=2&all=true&since=2026-06-08T16%3A08%3A03%2B01%3A00&day=2026-06-08&sort=-name&owner=00000000-0000-0000-0000-000000000000"));
    }

    [Test]
    public async Task Null_for_a_required_query_parameter_throws()
        => Assert.That((await Exchange.ArgumentExceptionOf(c => new Query.ThingsClient(c).ListAsync(null!))).ParamName, Is.EqualTo("q"));

    [Test]
    public async Task Lists_are_sent_in_every_query_style()
        => Assert.That(
            await Exchange.TargetOf(c => new Query.ThingsClient(c).ListsAsync(exploded: ["a", "b,c"], joined: ["a", "b,c"], spaced: ["a", "b"], piped: [Sort.Name, Sort.MinusName])),
            Is.EqualTo("/lists?exploded=a&exploded=b%2Cc&joined=a,b%2Cc&spaced=a%20b&piped=name%7C-name"));

    [Test]
    public async Task Item_that_contains_the_separator_throws()
    {
        var spaced = await Exchange.ArgumentExceptionOf(c => new Query.ThingsClient(c).ListsAsync(spaced: ["a", "b c"]));
        var piped = await Exchange.ArgumentExceptionOf(c => new Query.ThingsClient(c).ListsAsync(piped: [new Sort("a|b")]));

        Assert.That((spaced.ParamName, piped.ParamName), Is.EqualTo(("spaced", "piped")));
        Assert.That(spaced.Message, Does.StartWith("A part of the value contains ' ', which separates the parts of the value. Nothing was sent."));
    }

    [Test]
    public async Task Empty_list_in_a_query_is_not_sent()
        => Assert.That(await Exchange.TargetOf(c => new Query.ThingsClient(c).ListsAsync(exploded: [], joined: [], spaced: [], piped: [])), Is.EqualTo("/lists"));

    [Test]
    public async Task Objects_are_sent_in_every_query_style()
    {
        var range = new Range { From = 1, To = 2 };
        var filter = new Filter { Name = "A B", Size = new Range { From = 1, To = null }, Tags = ["x", "y"] };
        var free = new Dictionary<string, string> { ["key"] = "value" };

        var target = await Exchange.TargetOf(c => new Query.ThingsClient(c).ObjectsAsync(range, range, filter, free, range));

        Assert.That(target, Is.EqualTo(
            "/objects?from=1&to=2&joined=from,1,to,2&filter%5Bname%5D=A%20B&filter%5Bsize%5D%5Bfrom%5D=1&filter%5Btags%5D=x&filter%5Btags%5D=y&free%5Bkey%5D=value"
            + "&json=%7B%22from%22%3A1%2C%22to%22%3A2%7D"));
    }

    [Test]
    public async Task Allowed_reserved_characters_are_not_escaped_unless_they_would_split_the_query()
        => Assert.That(
            await Exchange.TargetOf(c => new Query.ThingsClient(c).ReservedAsync("/a/b?c=[d]&e %#ü😀+,;", ["1"])),
            Is.EqualTo("/reserved?path=/a/b?c=%5Bd%5D%26e%20%25%23%C3%BC%F0%9F%98%80%2B,;&odd%20name%5B%5D=1"));

    [Test]
    public async Task Parameters_are_sent_in_headers_and_cookies()
    {
        var request = await Exchange.RequestOf(c => new HeaderAndCookieParameters.ThingsClient(c).GetAsync(
            Guid.Parse("6ff8f7f6-1eb3-3525-be4a-3932c805afed"), session: "a;b", xTags: ["a", "b c"], xColour: new() { R = 1, G = 2 }, xFilter: new() { R = 1 }, contentLanguage: "en", ids: [1, 2]));

        Assert.That(Exchange.Header(request, "X-Request-Id"), Is.EqualTo("6ff8f7f6-1eb3-3525-be4a-3932c805afed"));
        Assert.That(Exchange.Header(request, "X-Tags"), Is.EqualTo("a,b c"));
        Assert.That(Exchange.Header(request, "X-Colour"), Is.EqualTo("R=1,G=2"));
        Assert.That(JToken.Parse(Exchange.Header(request, "X-Filter")!), Is.EqualTo(new JObject { ["R"] = 1 }));
        Assert.That(Exchange.Header(request, "Content-Language"), Is.EqualTo("en"));
        Assert.That(Exchange.Header(request, "Cookie"), Is.EqualTo("session=a%3Bb; ids=1,2"));
        Assert.That(Exchange.Header(request, "Accept"), Is.EqualTo("application/json"));
    }

    [Test]
    public async Task Headers_and_cookies_that_are_not_set_are_not_sent()
    {
        var request = await Exchange.RequestOf(c => new HeaderAndCookieParameters.ThingsClient(c).GetAsync(Guid.NewGuid(), "s"));

        Assert.That(request, Does.Not.Contain("X-Tags").And.Not.Contain("X-Colour").And.Not.Contain("X-Filter").And.Not.Contain("Content-"));
        Assert.That(Exchange.Header(request, "Cookie"), Is.EqualTo("session=s"));
    }

    [TestCase("secret\r\nX-Injected: 1")]
    [TestCase("secret\n")]
    [TestCase("secret\u0000")]
    [TestCase("secret ü")]
    [TestCase(" secret")]
    [TestCase("secret\t")]
    [TestCase("a,secret")]
    public async Task Invalid_header_value_throws_without_revealing_the_value(string value)
    {
        var exception = await Exchange.ArgumentExceptionOf(c => new HeaderAndCookieParameters.ThingsClient(c).GetAsync(Guid.NewGuid(), "s", xTags: [value]));

        Assert.That(exception.ParamName, Is.EqualTo("xTags"));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }
}
